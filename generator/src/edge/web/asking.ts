/** What is asked. Without anything it is a plain `GET`. */
export interface WebRequest {
  readonly method?: 'GET' | 'HEAD' | 'POST';
  /** Media types that are taken, best first. */
  readonly accept?: readonly string[];
  /** Names in lower case. `authorization` never goes to another origin than the one that was asked. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Of a `POST`, as `application/x-www-form-urlencoded`. */
  readonly body?: string;
  /** `sha256:…` of the body. An answer that was kept is taken without asking, and another body is a failure. */
  readonly digest?: string;
  /** The answer is a credential: it is asked for whenever somebody wants it, and kept nowhere. */
  readonly secret?: boolean;
}

/** An answer of whatever status, but none of those that stand for "not now": they are asked again, then `failed`. */
export interface WebAnswer {
  readonly kind: 'answered';
  readonly status: number;
  readonly headers: Headers;
  readonly body: Buffer;
  /** Where it came from in the end. */
  readonly url: string;
  /** `unchanged`: the other side said so (304), and the body is the one that was kept. `kept`: it was not asked. */
  readonly cache: 'none' | 'unchanged' | 'kept';
}

/** Nothing usable came. */
export interface WebFailure {
  readonly kind: 'failed';
  /** One line with the host and the reason, without credentials. */
  readonly why: string;
}

export type WebOutcome = WebAnswer | WebFailure;

export interface Web {
  /** Asks, and waits where it is told to. Never throws for what the other side does. Nothing is asked twice. */
  ask(url: string, request?: WebRequest): Promise<WebOutcome>;
  /** Requests that were really sent, by host with port: every redirect and every further try counts. */
  counts(): ReadonlyMap<string, number>;
}

/** How much is asked at once, and how long is waited. Times are milliseconds. */
export interface WebSettings {
  /** Requests to one host at the same time. */
  readonly perHost: number;
  /** How often one request is sent, at most. */
  readonly tries: number;
  /** For an answer with its body. */
  readonly timeout: number;
  /** The longest wait that a host may ask for before it counts as failed. */
  readonly patience: number;
  /** Bytes of a body. */
  readonly largest: number;
  /** Since 1970. */
  now(): number;
  sleep(milliseconds: number): Promise<unknown>;
  /** Is told a line where a person would wonder: a wait, a limit that is nearly used up. */
  report(line: string): void;
}
