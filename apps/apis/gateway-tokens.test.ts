import { expect, test } from 'vitest';
import { beside, sampleModel, samplesOf } from '#testing';
import { guarded, letThrough } from '../gateway.ts';
import { datasetApi } from './dataset-api.ts';
import { gatewayTokens } from './gateway-tokens.ts';
import { keycloak } from './keycloak.ts';
import { kong } from './kong.ts';

const samples = await samplesOf(gatewayTokens);
const { environments } = await sampleModel();

const plugins = 'konghq.com/plugins';

interface Route {
  readonly host: string;
  readonly ingress: { readonly annotations: Readonly<Record<string, string>> };
}

const routesOf = (block: unknown): readonly Route[] =>
  (block as { platform?: { routes?: readonly Route[] } } | null)?.platform?.routes ?? [];

test('a public host asks for a token, or the environment names it', () => {
  for (const { domain, unauthenticatedHosts, apps } of environments) {
    const routes = apps.flatMap(({ values, companion }) => [...routesOf(values), ...routesOf(companion)]);
    const told = routes.map(({ host, ingress }) => [host, ingress.annotations[plugins]]);
    const named = new Set(unauthenticatedHosts.map((name) => `${name}.${domain}`));
    expect(told.length).toBeGreaterThan(3);
    expect(told).toEqual(routes.map(({ host }) => [host, (named.has(host) ? letThrough : guarded)[plugins]]));
  }
});

test('the API is public with a token alone', () => {
  for (const { environment } of samples) expect(environment.unauthenticatedHosts).not.toContain('api');
});

test('what believes every token is reached by the gateway, and by nobody else from outside', () => {
  for (const sample of samples) {
    const { network } = beside(sample, datasetApi);
    expect(network.open).toEqual([]);
    expect(
      Object.keys(network.admits).filter(
        (app) => beside(sample, { name: app } as never).network.open.length > 0,
      ),
    ).toEqual(['kong']);
  }
});

test('the gateway knows the realm by its public name, and its keys from inside', () => {
  for (const sample of samples) {
    const { realm, http } = providedBy(sample);
    expect(sample.app.values).toMatchObject({ realm: { issuer: realm.issuer, audience: realm.audience } });
    expect((sample.app.values as { realm: { keys: string } }).realm.keys).toContain(`http://${http}/`);
  }
});

function providedBy(sample: Parameters<typeof beside>[0]) {
  const provided = beside(sample, keycloak).provides;
  const text = (path: string): string => (provided[path] as unknown as { value: string }).value;
  const { host, port } = provided.http as unknown as { host: string; port: number };
  return {
    realm: { issuer: text('realm.issuer'), audience: text('realm.audience') },
    http: `${host}:${port}`,
  };
}

test('tokens come in one way, and without a plugin of its own a route is closed', async () => {
  for (const { app } of await samplesOf(kong)) {
    const { extraObjects } = app.values as unknown as {
      extraObjects: { kind: string; plugin?: string; metadata: { labels?: object }; config?: object }[];
    };
    const tokens = extraObjects.filter(({ plugin }) => plugin === 'jwt');
    expect(tokens.filter(({ metadata }) => metadata.labels !== undefined)).toHaveLength(1);
    for (const { config } of tokens)
      expect(config).toMatchObject({
        key_claim_name: 'iss',
        claims_to_verify: ['exp'],
        header_names: ['authorization'],
        uri_param_names: [],
        cookie_names: [],
      });
  }
});
