import { type Part, variable } from './collector.ts';

/** Levels as programs write them, by the level that is kept. */
const levels = {
  trace: ['trace'],
  debug: ['debug'],
  info: ['info', 'notice'],
  warn: ['warn', 'warning'],
  error: ['error', 'err'],
  fatal: ['fatal', 'critical', 'panic'],
};
const anyLevel = Object.values(levels).flat().join('|');

/** Where a level stands: a key with that name, or a word of its own near the beginning, in capitals or in brackets. */
const placesOfLevel = [
  `(?i)^.{0,400}?\\b(?:level|severity|lvl)"?\\s*[=:]\\s*"?(?P<level>${anyLevel})\\b`,
  `^.{0,80}?(?:^|[\\s|])(?P<level>${anyLevel.toUpperCase()})\\b`,
  `(?i)^.{0,80}?\\[\\s*(?P<level>${anyLevel})\\s*\\]`,
];

/** How a line begins that goes on with what the one before says, as those of a stack trace do. */
const continuation =
  '^(\\\\s+\\\\S|[})\\\\]]|Caused by: |([A-Za-z_][\\\\w$]*\\\\.)*\\\\w+(Error|Exception)(: |$))';

/** Requests of the kubelet and of Prometheus: most lines of a quiet pod, and none that anybody looks for. */
const noise = 'kube-probe/|"Prometheus/';

/**
 * Reads each file of a container from its beginning, once, however often the agent starts.
 * @param folder with the files that the kubelet keeps
 * @param namespace whose logs are left out: the agent's own, which it would make longer by reading them
 * @param storage the extension that keeps how far it has read
 */
export const receiver = (folder: string, namespace: string, storage: string): Part => ({
  include: [`${folder}/*/*/*.log`],
  exclude: [`${folder}/${namespace}_*/*/*.log`],
  start_at: 'beginning',
  storage,
  include_file_path: true,
  // Waits, and reads nothing further, while what it has read cannot be passed on.
  retry_on_failure: { enabled: true, max_elapsed_time: '0s' },
  operators: [
    // Each line as its container wrote it: one that was too long for the kubelet is whole again.
    { type: 'container', max_log_size: '256KiB' },
    {
      type: 'recombine',
      combine_field: 'body',
      source_identifier: 'attributes["log.file.path"]',
      is_first_entry: `not (body matches "${continuation}")`,
      overwrite_with: 'oldest',
      max_log_size: '256KiB',
      force_flush_period: '5s',
    },
    { type: 'filter', expr: `body matches '${noise}'` },
    ...placesOfLevel.map((regex, index) => ({
      type: 'regex_parser',
      ...(index > 0 && { if: 'attributes.level == nil' }),
      parse_from: 'body',
      regex,
      on_error: 'send_quiet',
    })),
    {
      type: 'severity_parser',
      if: 'attributes.level != nil',
      parse_from: 'attributes.level',
      mapping: levels,
      on_error: 'send_quiet',
    },
  ],
});

/** What each log is labelled with, and nothing else: the same names as those of metrics. */
export const processors = {
  k8s_attributes: {
    auth_type: 'serviceAccount',
    filter: { node_from_env_var: 'K8S_NODE_NAME' },
    extract: {
      metadata: [],
      labels: [{ tag_name: 'app', key: 'app.kubernetes.io/name', from: 'pod' }],
    },
    pod_association: [
      {
        sources: ['k8s.namespace.name', 'k8s.pod.name'].map((name) => ({ from: 'resource_attribute', name })),
      },
    ],
  },
  'transform/labels': {
    error_mode: 'ignore',
    log_statements: [
      ...['namespace', 'pod', 'container'].map(
        (label) => `set(resource.attributes["${label}"], resource.attributes["k8s.${label}.name"])`,
      ),
      `set(resource.attributes["node"], "${variable('K8S_NODE_NAME')}")`,
      'set(resource.attributes["app"], resource.attributes["container"]) where resource.attributes["app"] == nil',
      'keep_keys(resource.attributes, ["namespace", "app", "container", "pod", "node"])',
      'keep_keys(log.attributes, ["log.iostream"])',
    ],
  },
};
