/** An address as a text names it. */
export interface NamedAddress {
  readonly host: string;
  /** Null where the text does not say, and the scheme has no usual one. */
  readonly port: number | null;
  /** Whether the port is only the usual one of the scheme. */
  readonly usual: boolean;
  readonly scheme: string | null;
}

/** Ports that are meant where a URL names none. */
const usualPorts: Readonly<Record<string, number>> = {
  http: 80,
  https: 443,
  ws: 80,
  wss: 443,
  postgres: 5432,
  postgresql: 5432,
  redis: 6379,
  rediss: 6379,
  mysql: 3306,
  mongodb: 27017,
  amqp: 5672,
};

const port = String.raw`(?::(\d{1,5})(?!\d))?`;
/** What follows a name that goes on, or that something else completes: `$`, `(`, `{`, `%`. */
const end = String.raw`\.?(?![\w.$({%-])`;
const url = new RegExp(
  String.raw`\b([a-z][a-z\d+.-]*):\/\/(?:[^\s"'<>\/@]*@)?([a-z\d](?:[a-z\d.-]*[a-z\d])?)${port}${end}`,
  'gi',
);
const dotted = new RegExp(
  String.raw`(?<![\w.\/@:$})-])([a-z\d](?:[a-z\d-]*[a-z\d])?(?:\.[a-z\d](?:[a-z\d-]*[a-z\d])?)+)${port}${end}`,
  'gi',
);

/** Every address that a text names: of URLs, and of names with a dot. Lines that are a comment name none. */
export function addressesIn(text: string): NamedAddress[] {
  const said = text.includes('\n') ? text.replaceAll(/^\s*(#|\/\/|--|<!--).*$/gm, '') : text;
  const urls = [...said.matchAll(url)].map(([, scheme = '', host = '', given]) =>
    addressOf(host, given, scheme.toLowerCase()),
  );
  const names = [...said.matchAll(dotted)].map(([, host = '', given]) => addressOf(host, given, null));
  return [...urls, ...names];
}

function addressOf(host: string, given: string | undefined, scheme: string | null): NamedAddress {
  const usual = given === undefined ? (usualPorts[scheme ?? ''] ?? null) : Number(given);
  return { host: host.toLowerCase(), port: usual, usual: given === undefined, scheme };
}

/** A host whose port is said beside it, as in `DB_HOST` and `DB_PORT`, by the keys of a map. */
export function pairsIn(entries: Readonly<Record<string, unknown>>): (NamedAddress & { key: string })[] {
  return Object.entries(entries).flatMap(([key, value]) => {
    const beside = portBeside(key, entries);
    const [, scheme = null, host = ''] =
      String(value).match(/^(?:([a-z]+):\/\/)?([a-z\d][a-z\d.-]*)\/?$/i) ?? [];
    return beside === null || host === ''
      ? []
      : [{ key, host: host.toLowerCase(), port: beside, usual: false, scheme }];
  });
}

/** The port that stands beside a host; null where none does. */
export function portBeside(key: string, entries: Readonly<Record<string, unknown>>): number | null {
  const names = ['port', 'Port', 'PORT'].map((word) =>
    key.replace(/(host(name)?|url|address|server)(?=[^a-z]|$)/i, word),
  );
  const found = names.find((name) => name !== key && Object.hasOwn(entries, name));
  const number = found === undefined ? Number.NaN : Number(entries[found]);
  return Number.isInteger(number) && number > 0 ? number : null;
}
