import { atMost, every, matches, type TextFormat } from './text-format.ts';

/*
 * Names as the API server checks them: "Object Names and IDs" and "Labels and Selectors" in the documentation of
 * Kubernetes, and `k8s.io/apimachinery/pkg/util/validation`.
 */

/** Characters that a DNS label may have, and with them a name of a Service, a namespace or a value of a label. */
export const longestLabel = 63;
/** Characters that a name of most other objects may have. */
export const longestName = 253;

/** RFC 1123 label: names of namespaces, and whatever else becomes one part of a host name. */
export const label: TextFormat = every(
  matches(
    /^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/,
    'must be lower case letters, digits and dashes, as a DNS label is',
  ),
  atMost(longestLabel),
);

/** RFC 1035 label: names of Services, which may not begin with a digit. */
export const service: TextFormat = every(
  label,
  matches(/^[a-z]/, 'must begin with a letter, as the name of a Service does'),
);

/** RFC 1123 subdomain: names of most objects. */
export const subdomain: TextFormat = every(
  matches(
    /^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/,
    'must be lower case letters, digits, dashes and dots, as the name of an object is',
  ),
  atMost(longestName),
);

/** A value of a label. It may be empty. */
export const labelValue: TextFormat = every(
  matches(
    /^([A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?)?$/,
    'must be letters, digits, dashes, underscores and dots, as the value of a label is',
  ),
  atMost(longestLabel),
);

const keyName: TextFormat = every(
  matches(
    /^[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?$/,
    'must be a name of letters, digits, dashes, underscores and dots, with or without a domain and a slash in front',
  ),
  atMost(longestLabel),
);

/** A key of a label or annotation: a name, with or without a domain and a slash in front. */
export const labelKey: TextFormat = (text) => {
  const slash = text.indexOf('/');
  return (slash < 0 ? null : subdomain(text.slice(0, slash))) ?? keyName(text.slice(slash + 1));
};

/** A key in a Secret or a ConfigMap. */
export const dataKey: TextFormat = every(
  matches(/^[-._a-zA-Z0-9]+$/, 'must be letters, digits, dashes, underscores and dots'),
  (text) => (text === '.' || text.startsWith('..') ? 'must not be . or begin with ..' : null),
  atMost(longestName),
);

/** A name of a port of a container: a service name as IANA registers it (RFC 6335). */
export const containerPort: TextFormat = every(
  matches(
    /^(?=.*[a-z])[a-z0-9]+(-[a-z0-9]+)*$/,
    'must be lower case letters, digits and single dashes, with a letter among them',
  ),
  atMost(15),
);

/** Names of roles and their bindings, which are only parts of a path. */
export const pathSegment: TextFormat = matches(
  /^(?!\.{1,2}$)[^/%]+$/,
  'must be no path: neither . nor .., without / and %',
);

/** A group of the API, as `monitoring.coreos.com`; `apps` and others of Kubernetes' own have no dot. */
export const apiGroup: TextFormat = subdomain;

export const kind: TextFormat = matches(
  /^[A-Z][A-Za-z0-9]{0,62}$/,
  'must be a kind as Kubernetes writes it, as in ClusterRole',
);
