import { appQuestions } from '../new/app-questions.ts';
import { environmentQuestions } from '../new/environment-questions.ts';
import { platformQuestions } from '../new/platform-questions.ts';
import type { Command } from './command.ts';

const questions = [...platformQuestions, ...environmentQuestions, ...appQuestions];

/** Every command, in the order in which help lists them. */
export const commands: readonly Command[] = [
  {
    name: 'generate',
    summary: 'write what Argo CD reads, from the definitions',
    writes: true,
    options: { check: { type: 'boolean' }, environment: { type: 'string', short: 'e' } },
    help: {
      '--check': 'write nothing; exit 1 if anything would change',
      '-e, --environment NAME': 'only the files of this environment',
    },
    load: async () => (await import('./generate-command.ts')).generateCommand,
  },
  {
    name: 'check',
    summary: 'say what generate would write, and write nothing',
    writes: false,
    options: { environment: { type: 'string', short: 'e' } },
    help: { '-e, --environment NAME': 'only the files of this environment' },
    load: async () => (await import('./generate-command.ts')).checkCommand,
  },
  {
    name: 'verify',
    summary: 'render every app with the real programs and check every object',
    writes: false,
    options: {
      environment: { type: 'string', short: 'e' },
      charts: { type: 'string' },
      'schema-location': { type: 'string' },
      strict: { type: 'boolean' },
    },
    help: {
      '-e, --environment NAME': 'only this environment',
      '--strict': 'exit 2 if anything could not be looked at: a chart, or the schema of a kind',
      '--charts DIR': 'third-party charts, unpacked or packed, by key or name; else $VERIFY_CHARTS',
      '--schema-location DIR':
        'schemas of custom kinds, a folder or a template; else $VERIFY_SCHEMA_LOCATION',
    },
    load: async () => (await import('./verify-command.ts')).verifyCommand,
  },
  {
    name: 'render',
    argument: 'ENV [APP…]',
    summary: 'print the manifests that Argo CD applies, or how they differ from those of the main branch',
    writes: false,
    options: {
      diff: { type: 'boolean' },
      against: { type: 'string' },
      charts: { type: 'string' },
    },
    help: {
      '--diff': 'only how they differ from those of the main branch',
      '--against COMMIT': 'only how they differ from those of this commit',
      '--charts DIR': 'third-party charts, unpacked or packed, by key or name; else $VERIFY_CHARTS',
    },
    load: async () => (await import('./render-command.ts')).renderCommand,
  },
  {
    name: 'charts',
    argument: '[CHART…]',
    summary:
      'derive the values schemas of third-party charts from the charts, and say which settings changed',
    writes: true,
    options: { check: { type: 'boolean' }, charts: { type: 'string' } },
    help: {
      '--check': 'write nothing; exit 1 if a schema is not what its chart says',
      '--charts DIR': 'third-party charts, unpacked or packed, by key or name; else $VERIFY_CHARTS',
    },
    load: async () => (await import('./charts-command.ts')).chartsCommand,
  },
  {
    name: 'prerequisites',
    argument: 'ENVIRONMENT',
    summary: 'write the script that says what an environment needs from outside, and what of it is there',
    writes: false,
    options: {
      'create-secrets': { type: 'boolean' },
      'no-render': { type: 'boolean' },
      charts: { type: 'string' },
    },
    help: {
      '--create-secrets': 'the script also makes the random secrets that are not there',
      '--no-render': 'do not render the apps to add up what their pods request of the nodes',
      '--charts DIR': 'third-party charts, unpacked or packed, by key or name; else $VERIFY_CHARTS',
    },
    load: async () => (await import('./prerequisites-command.ts')).prerequisitesCommand,
  },
  {
    name: 'teardown',
    argument: 'ENVIRONMENT',
    summary: 'write the script that tears an environment down, in reverse wave order',
    writes: false,
    options: { 'with-data': { type: 'boolean' } },
    help: { '--with-data': 'stateful apps too, and what they need' },
    load: async () => (await import('./teardown-command.ts')).teardownCommand,
  },
  {
    name: 'new',
    argument: 'platform|environment|app NAME',
    summary:
      'write the files of a new platform, environment or app; prompts for what the command line leaves open',
    writes: true,
    options: {
      ...Object.fromEntries(questions.map(({ flag }) => [flag, { type: 'string', multiple: true } as const])),
      charts: { type: 'string' },
      'dry-run': { type: 'boolean' },
    },
    help: {
      '--dry-run': 'write nothing; print every line that would be written',
      ...Object.fromEntries(questions.map(({ flag, value, what }) => [`--${flag} ${value}`, what])),
      '--charts DIR': 'third-party charts, unpacked or packed, by key or name; else $VERIFY_CHARTS',
    },
    load: async () => (await import('./new-command.ts')).newCommand,
  },
  {
    name: 'promote',
    argument: 'ENV',
    summary: 'move the pins of an environment to what has soaked upstream, in a pull request',
    writes: true,
    options: {
      app: { type: 'string', multiple: true },
      layer: { type: 'string', multiple: true },
      revision: { type: 'string' },
      settings: { type: 'boolean' },
      to: { type: 'string' },
      emergency: { type: 'string' },
      live: { type: 'string' },
      'no-pull-request': { type: 'boolean' },
      'dry-run': { type: 'boolean' },
      check: { type: 'boolean' },
      trees: { type: 'boolean' },
      list: { type: 'boolean' },
    },
    help: {
      '--app NAME': 'only this app; may be given more than once',
      '--layer NAME': 'only apps of this layer; may be given more than once',
      '--revision COMMIT': 'what upstream ran at this commit, instead of the newest that has soaked',
      '--settings': "only the environment's own settings",
      '--to PREVIOUS|COMMIT': 'roll back: what ran here before, or at this commit of the main branch',
      '--emergency REASON': 'skip the soak; the reason is recorded in the release',
      '--live CONTEXT': 'ask the Argo CD of this kubectl context whether upstream is healthy',
      '--no-pull-request': 'stop after the branch is pushed',
      '--dry-run': 'print what would be done, and do nothing',
      '--check':
        'only say whether the release here, or those that a COMMIT changes, may be merged now; exit 1 if not',
      '--trees':
        'with --check COMMIT: only generate what is newly pinned apart from main, which runs its code',
      '--list': 'print the environments that take promotions, as a JSON list, and do nothing',
    },
    load: async () => (await import('./promote-command.ts')).promoteCommand,
  },
  {
    name: 'hotfix',
    argument: 'ENV',
    summary:
      'make a branch at what an environment runs, in a folder of its own; run again, generate and pin what was fixed there',
    writes: true,
    options: {
      app: { type: 'string' },
      name: { type: 'string' },
      emergency: { type: 'string' },
      'no-pull-request': { type: 'boolean' },
    },
    help: {
      '--app NAME': 'the app that is broken, where apps run from different commits',
      '--name NAME': 'last part of the name of the branch, release/ENV/NAME; by default of today',
      '--emergency REASON': 'why it cannot wait for the soak; recorded in the release',
      '--no-pull-request': 'stop after the promotion is pushed',
    },
    load: async () => (await import('./hotfix-command.ts')).hotfixCommand,
  },
  {
    name: 'upgrade',
    summary: 'look for newer versions of images, charts and programs, and propose each in a pull request',
    writes: true,
    options: {
      'dry-run': { type: 'boolean' },
      only: { type: 'string', multiple: true },
      check: { type: 'boolean' },
      'no-pull-request': { type: 'boolean' },
      charts: { type: 'string' },
      'schema-location': { type: 'string' },
      'import-images': { type: 'string' },
      all: { type: 'boolean' },
    },
    help: {
      '--dry-run': 'print what would be opened, and why other versions would not; push nothing',
      '--only UNIT': 'only what moves together under this name; may be given more than once',
      '--check': 'only ask whether all that is pinned is there and the same; exit 1 if not',
      '--no-pull-request': 'stop after the branches are pushed',
      '--charts DIR': 'third-party charts, unpacked or packed, by key or name; else $VERIFY_CHARTS',
      '--schema-location DIR':
        'schemas of custom kinds, a folder or a template; else $VERIFY_SCHEMA_LOCATION',
      '--import-images FILE':
        'take over a list of images in the style of Helm values, and say what is left to do',
      '--all': 'with --import-images: images that no entry is about become entries too',
    },
    load: async () => (await import('./upgrade-command.ts')).upgradeCommand,
  },
  {
    name: 'status',
    argument: '[ENV]',
    summary:
      'show which version of which app runs where, as this clone knows it, and why environments differ; with --live, what holds ENV',
    writes: false,
    options: { check: { type: 'boolean' }, live: { type: 'string' }, cluster: { type: 'string' } },
    help: {
      '--check':
        'exit 1 on drift, or if an environment runs what the main branch does not have; with --live, if an app is not well',
      '--live CONTEXT':
        'ask the Argo CD of this kubectl context which wave its root is in, which app holds it, and which object of that app',
      '--cluster CONTEXT': 'the cluster that ENV runs on, where it is not that of Argo CD',
    },
    load: async () => (await import('./status-command.ts')).statusCommand,
  },
  {
    name: 'update',
    argument: 'REF',
    summary: 'bring another version of the generator into this repository, and the tree that follows from it',
    writes: true,
    options: { from: { type: 'string' } },
    help: { '--from REMOTE': 'a remote, a URL or a path; by default the remote "upstream"' },
    load: async () => (await import('./update-command.ts')).updateCommand,
  },
  {
    name: 'setup',
    summary: 'install the programs that checks run: helm, kubeconform, a Lua interpreter, actionlint',
    writes: false,
    options: { tests: { type: 'boolean' } },
    help: { '--tests': "also what only the generator's tests run: a registry of images, Cosign" },
    load: async () => (await import('./setup-command.ts')).setupCommand,
  },
];
