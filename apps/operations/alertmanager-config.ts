import { type Alerts, keyOf, opaque, provided, type SecretReference } from '#generator';
import { inhibitions } from './alerts/inhibitions.ts';

/** What only a person knows of whoever hears of alerts. An environment needs those that its `alerts` speak of. */
export const receiverSecrets = {
  'alert-email': opaque({ password: provided('Password of the user that sends alerts by email.') }),
  'alert-slack': opaque({ url: provided('Incoming webhook that Slack made for the channel of alerts.') }),
  'alert-pagerduty': opaque({
    key: provided('Integration key (Events API v2) of the service in PagerDuty.'),
  }),
  'alert-webhook': opaque({
    url: provided('URL that takes alerts: a POST of JSON, as Alertmanager sends it.'),
  }),
  'dead-mans-switch': opaque({
    url: provided('URL of a service outside that raises an alarm when it is not called for some minutes.'),
  }),
};

type ReceiverSecret = keyof typeof receiverSecrets;
type Receiver = Alerts['receivers'][number];
/** One key of a Secret, as Prometheus' operator takes it. */
type KeyOf = (name: ReceiverSecret, key: string) => { name: string; key: string };
type Settings = Record<string, unknown>;

const watchdog = 'dead-mans-switch';
/** Hears what is only shown: alerts that explain others. */
const nobody = 'nobody';

/** The object by which Prometheus' operator configures Alertmanager. It names Secrets and holds none. */
export function alertmanagerConfig(
  environment: string,
  { receivers, deadMansSwitch }: Alerts,
  metadata: { name: string; namespace: string },
  secret: (name: ReceiverSecret) => SecretReference,
) {
  const keyIn: KeyOf = (name, key) => {
    const found = keyOf(secret(name), key);
    return { name: found.secret, key: found.key };
  };
  const named = receivers.map((receiver, i) => ({ name: `${receiver.kind}-${i + 1}`, receiver }));
  return {
    apiVersion: 'monitoring.coreos.com/v1alpha1',
    kind: 'AlertmanagerConfig',
    metadata,
    spec: {
      route: {
        // What fits no route below is told to the first, so that nothing gets lost.
        receiver: named[0]?.name,
        groupBy: ['alertname', 'namespace'],
        groupWait: '30s',
        groupInterval: '5m',
        repeatInterval: '4h',
        routes: [
          {
            receiver: deadMansSwitch ? watchdog : nobody,
            matchers: [is('alertname', 'Watchdog')],
            groupWait: '0s',
            groupInterval: '1m',
            repeatInterval: '1m',
          },
          ...named.map(({ name, receiver }) => ({
            receiver: name,
            matchers: matchersOf(receiver),
            continue: true,
          })),
          { receiver: nobody, matchers: [is('severity', 'info')] },
        ],
      },
      inhibitRules: inhibitions(environment).map(({ source, target, equal }) => ({
        sourceMatch: [is('alertname', source)],
        targetMatch: [is('alertname', target)],
        equal,
      })),
      receivers: [
        ...named.map(({ name, receiver }) => ({ name, ...settingsOf(receiver, keyIn) })),
        ...(deadMansSwitch
          ? [{ name: watchdog, webhookConfigs: [{ urlSecret: keyIn(watchdog, 'url'), sendResolved: false }] }]
          : []),
        { name: nobody },
      ],
    },
  };
}

const is = (name: string, value: string) => ({ name, value, matchType: '=' });
const isOneOf = (name: string, values: readonly string[]) => ({
  name,
  value: values.join('|'),
  matchType: '=~',
});

const matchersOf = ({ severities, teams }: Receiver) => [
  isOneOf('severity', severities),
  ...(teams ? [isOneOf('team', teams)] : []),
];

/** A template of Alertmanager, which the chart's own templates hand on as it is. */
const template = (text: string): string => text.replaceAll('{{', '{{ "{{" }}');

const title = template('{{ .CommonLabels.alertname }} ({{ .Status }}) in {{ .CommonLabels.environment }}');
const body = template(
  '{{ range .Alerts }}{{ .Annotations.summary }}\n{{ .Annotations.description }}\n{{ .Annotations.runbook }}\n{{ end }}',
);

function settingsOf(receiver: Receiver, keyIn: KeyOf): Settings {
  switch (receiver.kind) {
    case 'email': {
      const { to, from, relay, user } = receiver;
      const settings = {
        to: to.join(', '),
        from,
        smarthost: `${relay.host}:${relay.port}`,
        // A relay inside speaks plain text on port 25; nobody gets a password that way.
        requireTLS: relay.port !== 25 || user !== undefined,
        sendResolved: true,
        headers: [{ key: 'Subject', value: title }],
        ...(user && { authUsername: user, authPassword: keyIn('alert-email', 'password') }),
      };
      return { emailConfigs: [settings] };
    }
    case 'slack':
      return {
        slackConfigs: [{ apiURL: keyIn('alert-slack', 'url'), sendResolved: true, title, text: body }],
      };
    case 'pagerduty':
      return {
        pagerdutyConfigs: [
          {
            routingKey: keyIn('alert-pagerduty', 'key'),
            sendResolved: true,
            description: title,
            severity: template('{{ .CommonLabels.severity }}'),
            details: [{ key: 'alerts', value: body }],
          },
        ],
      };
    case 'webhook':
      return { webhookConfigs: [{ urlSecret: keyIn('alert-webhook', 'url'), sendResolved: true }] };
  }
}
