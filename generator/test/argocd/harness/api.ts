import http, { type IncomingMessage } from 'node:http';
import https from 'node:https';
import { text as bodyOf } from 'node:stream/consumers';
import { until } from './running.ts';

/** An object of Kubernetes, as far as tests look at it. */
export interface Thing {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly generation?: number;
    readonly resourceVersion?: string;
    readonly uid?: string;
    readonly labels?: Readonly<Record<string, string>>;
    readonly annotations?: Readonly<Record<string, string>>;
    readonly finalizers?: readonly string[];
    readonly creationTimestamp?: string;
    readonly deletionTimestamp?: string;
  };
  // biome-ignore lint/suspicious/noExplicitAny: specs and statuses of any kind
  readonly spec?: any;
  // biome-ignore lint/suspicious/noExplicitAny: specs and statuses of any kind
  readonly status?: any;
  readonly [field: string]: unknown;
}

export interface WatchEvent {
  readonly type: 'ADDED' | 'MODIFIED' | 'DELETED' | 'BOOKMARK' | 'ERROR';
  readonly object: Thing;
}

/** What a server says of an object that it was only asked about. */
export interface Verdict {
  /** The object with its defaults, as it would be kept. */
  readonly taken: Thing | null;
  readonly refusal: string | null;
  readonly warnings: readonly string[];
}

interface Kind {
  readonly plural: string;
  readonly namespaced: boolean;
}

/** An answer other than the one that was hoped for. */
export class ApiError extends Error {
  readonly status: number;
  constructor(status: number, what: string, body: string) {
    super(`${what}: ${status} ${messageOf(body)}`);
    this.status = status;
  }
}

const messageOf = (body: string): string => {
  try {
    return (JSON.parse(body) as { message?: string }).message ?? body;
  } catch {
    return body.slice(0, 300);
  }
};

/**
 * An API server, over its REST interface, on loopback: one of ours, whose certificate is not asked for, or a proxy to
 * another, which knows how to log in there.
 */
export class Api {
  readonly url: string;
  readonly token: string;
  readonly #request: typeof https.request;
  readonly #agent: http.Agent;
  readonly #kinds = new Map<string, Kind>();

  constructor(url: string, token: string) {
    this.url = url;
    this.token = token;
    const { request, Agent } = url.startsWith('https:') ? https : http;
    const options = { keepAlive: true, maxSockets: 50, rejectUnauthorized: false };
    this.#request = request;
    this.#agent = new Agent(options);
  }

  async call<T = Thing>(method: string, path: string, body?: unknown, type = 'application/json'): Promise<T> {
    const response = await this.#send(method, path, body, type);
    const answer = await bodyOf(response);
    if ((response.statusCode ?? 500) >= 300)
      throw new ApiError(response.statusCode ?? 500, `${method} ${path}`, answer);
    return (answer.startsWith('{') ? JSON.parse(answer) : answer) as T;
  }

  #send(method: string, path: string, body: unknown, type: string): Promise<IncomingMessage> {
    return new Promise((resolve, reject) => {
      const text = body === undefined || typeof body === 'string' ? body : JSON.stringify(body);
      const headers = {
        // Said by hand, for Node leaves it out of a DELETE, and the body is then taken for the next request.
        ...(text !== undefined && { 'content-length': Buffer.byteLength(text) }),
        ...(this.token !== '' && { authorization: `Bearer ${this.token}` }),
        'content-type': type,
        accept: 'application/json',
      };
      const sent = this.#request(`${this.url}${path}`, { method, headers, agent: this.#agent }, resolve);
      sent.on('error', reject);
      sent.end(text);
    });
  }

  /** Path of an object, or of all objects of a kind where no name is given. */
  async path(apiVersion: string, kind: string, namespace?: string, name?: string): Promise<string> {
    const base = apiVersion.includes('/') ? `/apis/${apiVersion}` : `/api/${apiVersion}`;
    const { plural, namespaced } = await this.#kind(base, kind);
    const where = namespaced && namespace !== undefined ? `/namespaces/${namespace}` : '';
    return `${base}${where}/${plural}${name === undefined ? '' : `/${name}`}`;
  }

  /** Whether objects of a kind live in namespaces; undefined where the server has no such kind. */
  async isNamespaced(apiVersion: string, kind: string): Promise<boolean | undefined> {
    try {
      const base = apiVersion.includes('/') ? `/apis/${apiVersion}` : `/api/${apiVersion}`;
      return (await this.#kind(base, kind)).namespaced;
    } catch {
      return undefined;
    }
  }

  async #kind(base: string, kind: string): Promise<Kind> {
    const known = this.#kinds.get(`${base}/${kind}`);
    if (known) return known;
    const { resources } = await this.call<{
      resources: { name: string; kind: string; namespaced: boolean }[];
    }>('GET', base);
    for (const { name, kind: each, namespaced } of resources) {
      if (!name.includes('/')) this.#kinds.set(`${base}/${each}`, { plural: name, namespaced });
    }
    const found = this.#kinds.get(`${base}/${kind}`);
    if (!found) throw new Error(`${base} has no kind ${kind}`);
    return found;
  }

  async get(apiVersion: string, kind: string, name: string, namespace?: string): Promise<Thing | undefined> {
    try {
      return await this.call('GET', await this.path(apiVersion, kind, namespace, name));
    } catch (error) {
      if (error instanceof ApiError && error.status === 404) return undefined;
      throw error;
    }
  }

  async list(apiVersion: string, kind: string, namespace?: string): Promise<Thing[]> {
    const { items } = await this.call<{ items: Thing[] }>(
      'GET',
      await this.path(apiVersion, kind, namespace),
    );
    return items.map((item) => ({ ...item, apiVersion, kind }));
  }

  /** Server-side apply, as whoever. */
  async apply(object: Thing, manager = 'test'): Promise<Thing> {
    const { apiVersion, kind, metadata } = object;
    const path = await this.path(apiVersion, kind, metadata.namespace, metadata.name);
    const query = `?fieldManager=${manager}&force=true`;
    return this.call('PATCH', path + query, object, 'application/apply-patch+yaml');
  }

  /** Asks whether an object would be taken as it stands, in its own text where that is known; nothing is kept. */
  async tryOut(object: Thing, text?: string): Promise<Verdict> {
    const { apiVersion, kind, metadata } = object;
    const path = await this.path(apiVersion, kind, metadata.namespace, metadata.name);
    const query = '?fieldManager=test&force=true&dryRun=All&fieldValidation=Strict';
    const response = await this.#send('PATCH', path + query, text ?? object, 'application/apply-patch+yaml');
    const answer = await bodyOf(response);
    const raw = response.rawHeaders;
    const warnings = raw.flatMap((name, i) =>
      i % 2 === 0 && name.toLowerCase() === 'warning'
        ? [String(raw[i + 1]).replace(/^299 - "(.*)"$/s, '$1')]
        : [],
    );
    return (response.statusCode ?? 500) < 300
      ? { taken: JSON.parse(answer) as Thing, refusal: null, warnings }
      : { taken: null, refusal: messageOf(answer), warnings };
  }

  /** Applies definitions of custom kinds, and waits until the server has taken up every one of them. */
  async define(definitions: readonly Thing[], manager?: string): Promise<void> {
    await Promise.all(definitions.map((each) => this.apply(each, manager)));
    for (const { metadata, spec } of definitions) {
      const served = spec.versions.filter((version: { served: boolean }) => version.served);
      for (const { name } of served)
        await until(
          `the server to take up ${metadata.name} ${name}`,
          async () => (await this.isNamespaced(`${spec.group}/${name}`, spec.names.kind)) !== undefined,
        );
    }
  }

  async merge(object: Thing, patch: unknown, subresource = ''): Promise<Thing> {
    const { apiVersion, kind, metadata } = object;
    const path = await this.path(apiVersion, kind, metadata.namespace, metadata.name);
    return this.call(
      'PATCH',
      `${path}${subresource}?fieldManager=test`,
      patch,
      'application/merge-patch+json',
    );
  }

  async delete(
    object: Thing,
    propagation: 'Background' | 'Foreground' | 'Orphan' = 'Background',
  ): Promise<void> {
    const { apiVersion, kind, metadata } = object;
    await this.call('DELETE', await this.path(apiVersion, kind, metadata.namespace, metadata.name), {
      propagationPolicy: propagation,
    });
  }

  /** Calls `onEvent` for every object of a kind, now and whenever one changes, until it is told to stop. */
  watch(apiVersion: string, kind: string, onEvent: (event: WatchEvent) => void): () => void {
    let stopped = false;
    let current: IncomingMessage | undefined;
    const once = async (): Promise<void> => {
      const path = await this.path(apiVersion, kind);
      const response = await this.#send(
        'GET',
        `${path}?watch=true&sendInitialEvents=true&resourceVersionMatch=NotOlderThan&allowWatchBookmarks=true&resourceVersion=`,
        undefined,
        'application/json',
      );
      current = response;
      if ((response.statusCode ?? 500) >= 300) throw new Error(`watch ${path}: ${response.statusCode}`);
      let rest = '';
      response.setEncoding('utf8');
      for await (const chunk of response) {
        const lines = (rest + String(chunk)).split('\n');
        rest = lines.pop() ?? '';
        for (const line of lines) if (line !== '' && !stopped) onEvent(JSON.parse(line) as WatchEvent);
      }
    };
    const forever = async (): Promise<void> => {
      while (!stopped) {
        // A server that restarts is watched again; what was missed comes with the initial events.
        await once().catch(() => undefined);
        await new Promise((resolve) => setTimeout(resolve, 300));
      }
    };
    void forever();
    return () => {
      stopped = true;
      current?.destroy();
    };
  }
}
