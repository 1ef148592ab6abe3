// The kinds of the gateway leave open what a plugin is told, and its controller passes over annotations that it does not
// know: both are held here against what their sources take.

import { describe, expect, test } from 'vitest';
import { at, companionOf, type PlainObject, rendered, samplesOf } from '#testing';
import { gateway } from '../gateway.ts';
import { apps } from '../index.ts';
import { credentialProblems, isPlugin, kongProblems } from '../test/kong.ts';
import { gatewayTokens } from './gateway-tokens.ts';
import { kong } from './kong.ts';

type Sample = Awaited<ReturnType<typeof samplesOf>>[number];

const isPublic = ({ app }: Sample) => Object.values(app.provides).some(({ kind }) => kind === 'host');

/** Objects of an app as they are rendered; of a third-party chart, what we give it and what stands beside it. */
async function objectsOf(sample: Sample): Promise<PlainObject[]> {
  const own = sample.app.chart.kind === 'first-party' ? (await rendered(sample)).manifests : [];
  const given = (sample.app.values as { extraObjects?: PlainObject[] } | null)?.extraObjects ?? [];
  return [...given, ...[...own, ...(await companionOf(sample))].map(({ object }) => object)];
}

const samples = (await Promise.all(apps.map(samplesOf))).flat();
const concerned = samples.filter(
  (sample) => ([kong.name, gatewayTokens.name] as string[]).includes(sample.app.name) || isPublic(sample),
);
const objects = new Map<Sample, PlainObject[]>();
for (const sample of concerned) objects.set(sample, await objectsOf(sample));
const everything = [...objects.values()].flat();
const plugins = everything.filter(isPlugin);
const routes = everything.filter(({ kind }) => kind === 'Ingress');
const [environment = ''] = samples.map(({ name }) => name);

/** Objects of an app in one environment. */
const of = (app: { readonly name: string }, name = environment): PlainObject[] =>
  [...objects].flatMap(([sample, found]) =>
    sample.app.name === app.name && sample.name === name ? found : [],
  );

test('what the gateway is told, it takes, in every environment', () => {
  expect(everything.flatMap(kongProblems)).toEqual([]);
  const kinds = new Set(plugins.map(({ plugin }) => plugin));
  expect(kinds).toContain('jwt');
  expect(kinds.size).toBeGreaterThan(4);
  expect(routes.length).toBeGreaterThan(samples.length / apps.length);
});

test('the controller is the one that its objects name', () => {
  const marked = everything.filter(({ apiVersion }) => String(apiVersion).startsWith('configuration.konghq'));
  const classes = marked.map((object) => at(object, 'metadata.annotations|kubernetes.io/ingress.class'));
  expect(new Set(classes)).toEqual(new Set([gateway.class]));
});

test('whom a client says that it is, no route passes on', () => {
  const first = plugins.filter(({ plugin }) => plugin === 'pre-function');
  // One alone, and for every route: a route with another one would have that instead.
  expect(new Set(first.map((plugin) => at(plugin, 'metadata.name')))).toEqual(new Set(['drop-identity']));
  for (const plugin of first) expect(at(plugin, 'metadata.labels')).toEqual({ global: 'true' });
  expect(first).toHaveLength([...objects.keys()].filter(({ app }) => app.name === kong.name).length);
});

test('plugins that a route names are there, and so is whom a plugin takes everybody for', () => {
  const names = new Set(plugins.map((plugin) => at(plugin, 'metadata.name')));
  for (const route of routes)
    for (const name of String(at(route, 'metadata.annotations|konghq.com/plugins')).split(','))
      expect(names).toContain(name);
  const consumers = everything.filter(({ kind }) => kind === 'KongConsumer').map(({ username }) => username);
  const anonymous = plugins.flatMap((plugin) => at(plugin, 'config.anonymous') ?? []);
  expect(anonymous.length).toBeGreaterThan(0);
  for (const username of anonymous) expect(consumers).toContain(username);
});

test('the credential of whoever has a token is a Secret as the controller wants it', () => {
  for (const [sample, found] of objects) {
    if (sample.app.name !== gatewayTokens.name) continue;
    const consumer = found.find(({ kind }) => kind === 'KongConsumer');
    const source = found.find(({ kind }) => kind === 'ExternalSecret');
    // It looks beside the consumer.
    expect(at(consumer, 'metadata.namespace')).toBe(at(source, 'metadata.namespace'));
    expect(at(consumer, 'credentials')).toEqual([at(source, 'spec.target.name')]);
    const { metadata, data } = at(source, 'spec.target.template') as Record<string, PlainObject>;
    expect(metadata?.labels).toEqual({ 'konghq.com/credential': 'jwt' });
    expect(credentialProblems('jwt', data)).toEqual([]);
  }
});

describe('refused is', () => {
  const plugin = (kind: string): PlainObject => {
    const found = [...of(kong), ...of(gatewayTokens)].find((object) => object.plugin === kind);
    if (found === undefined) throw new Error(`no plugin ${kind} in ${environment}`);
    return found;
  };
  const told = (kind: string, config: PlainObject) =>
    kongProblems({ ...plugin(kind), config: { ...(plugin(kind).config as PlainObject), ...config } });
  const bare = (kind: string, config: PlainObject) => kongProblems({ ...plugin(kind), config });

  test.each<[string, string[], string]>([
    [
      'a key that is none',
      told('jwt', { claims_to_check: ['exp'] }),
      'additional properties claims_to_check',
    ],
    ['a claim that it verifies not', told('jwt', { claims_to_verify: ['aud'] }), 'allowed values'],
    ['a text for a list', told('jwt', { header_names: 'authorization' }), 'must be array'],
    ['an age that nobody verifies', bare('jwt', { maximum_expiration: 60 }), 'claims_to_verify'],
    ['no limit at all', bare('rate-limiting', { limit_by: 'ip' }), 'second'],
    ['a limit of nothing', told('rate-limiting', { second: 0 }), 'must be > 0'],
    ['a store without its host', told('rate-limiting', { policy: 'redis' }), 'redis'],
    ['a count of the database', told('rate-limiting', { policy: 'cluster' }), 'allowed values'],
    ['a phase that is none', bare('post-function', { acces: ['return'] }), 'additional properties acces'],
    ['no phase', bare('post-function', {}), 'fewer than 1'],
    ['one function for a list', bare('post-function', { access: 'return' }), 'must be array'],
    ['a word for a switch', told('prometheus', { per_consumer: 'no' }), 'must be boolean'],
    ['a header without value', bare('response-transformer', { add: { headers: ['X'] } }), 'must match'],
    [
      'a key deep inside',
      bare('response-transformer', { add: { header: [] } }),
      'additional properties header',
    ],
    ['a plugin of which nothing is known', kongProblems({ ...plugin('jwt'), plugin: 'jwt2' }), 'has no jwt2'],
  ])('%s', (_, problems, expected) => {
    expect(problems.join('\n')).toContain(expected);
  });

  const annotated = (annotations: PlainObject) =>
    kongProblems({ kind: 'Ingress', metadata: { annotations } });

  test.each<[string, PlainObject, string]>([
    ['an annotation with a letter too few', { 'konghq.com/plugin': 'a' }, 'is nothing to the controller'],
    ['one of Services, at a route', { 'konghq.com/read-timeout': '60000' }, 'is nothing to the controller'],
    ['a protocol that is none', { 'konghq.com/protocols': 'https,htp' }, 'cannot be https,htp'],
    ['a status that sends nowhere', { 'konghq.com/https-redirect-status-code': '303' }, 'cannot be 303'],
    ['a word for true', { 'konghq.com/preserve-host': 'yes' }, 'cannot be yes'],
  ])('%s', (_, annotations, expected) => {
    expect(annotated(annotations).join('\n')).toContain(expected);
  });

  test.each<[string, PlainObject, string]>([
    ['a credential without the issuer', { algorithm: 'RS256', rsa_public_key: 'k' }, "'key'"],
    ['one without its public key', { algorithm: 'RS256', key: 'iss' }, "'rsa_public_key'"],
    ['one of an unknown algorithm', { algorithm: 'none', key: 'iss' }, 'allowed values'],
    ['one with a key of another spelling', { key: 'iss', rsaPublicKey: 'k' }, 'additional properties'],
  ])('%s', (_, data, expected) => {
    expect(credentialProblems('jwt', data).join('\n')).toContain(expected);
  });
});
