import { z } from 'zod';
import { host } from '../format/address.ts';
import { text } from '../format/text-format.ts';
import { dnsLabel, line } from './primitive.ts';

/** How bad an alert is: somebody gets up for it, somebody looks at it today, or it only explains others. */
export const severities = ['critical', 'warning', 'info'] as const;

const share = {
  /** Which alerts it is told. */
  severities: z.array(z.enum(severities)).min(1).default(['critical', 'warning']),
  /** Only alerts of these teams; those of all where it is left out. */
  teams: z.array(dnsLabel).min(1).optional(),
};

const address = z.email('must be an address, as in operators@example.org');

const receiver = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('email'),
    to: z.array(address).min(1),
    from: address,
    /** The server that takes the messages. */
    relay: z.strictObject({ host: text(host), port: z.literal([25, 465, 587]) }),
    /** Who logs in there, with a password that a person puts into the secret store; nobody where it is left out. */
    user: line.optional(),
    ...share,
  }),
  /** A channel of Slack. The URL that its app made for it is a secret. */
  z.strictObject({ kind: z.literal('slack'), ...share }),
  /** A service of PagerDuty. Its integration key is a secret. */
  z.strictObject({ kind: z.literal('pagerduty'), ...share }),
  /** Whatever takes a POST with the alerts as JSON. Its URL is a secret. */
  z.strictObject({ kind: z.literal('webhook'), ...share }),
]);

/** Shape of an environment's `alerts`: who hears what. */
export const alerts = z.strictObject({
  receivers: z
    .array(receiver)
    .min(1)
    .default([{ kind: 'webhook', severities: ['critical', 'warning'] }]),
  /**
   * Whether somebody outside is told every minute that alerting works, and notices when that ends. The URL that is
   * called is a secret.
   */
  deadMansSwitch: z.boolean().default(false),
});

export type AlertsShape = z.output<typeof alerts>;

export type Severity = (typeof severities)[number];
