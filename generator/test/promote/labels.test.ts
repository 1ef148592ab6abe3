import { beforeAll, expect, test } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { obtain } from '../../src/edge/tools/obtain.ts';
import { read } from '../../testing/folder.ts';
import { verdicts } from '../../testing/lua.ts';
import { tool } from '../../testing/program.ts';
import { World } from './world.ts';

const hour = 3600;

/** Prod is pinned; then the platform changes the domain of its labels, and the api after it. */
let world: World;

beforeAll(async () => {
  world = await World.create();
  world.now += 20 * hour;
  await world.promote('staging');
  await world.promote('prod');
  expect(await world.change({ 'platform.json': '{ "labelDomain": "new.example.org" }' })).toBe(true);
});

/** What the root of an environment makes, by kind and name. */
async function rendered(at: World, environment: string): Promise<Map<string, Record<string, unknown>>> {
  const helm = await obtain('helm', () => undefined);
  const folder = `${at.root}/environments/${environment}/generated/running`;
  const asked = ['template', environment, folder, `--set-string=revision=${'0'.repeat(40)}`];
  const { code, stdout, stderr } = await tool(helm, asked);
  expect([code, stderr]).toEqual([0, '']);
  const objects = parseAllDocuments(stdout).flatMap((document) => {
    const object = document.toJS() as { kind: string; metadata: { name: string } } | null;
    return object === null ? [] : [object];
  });
  return new Map(objects.map((object) => [`${object.kind}/${object.metadata.name}`, { ...object }]));
}

const names = (objects: ReadonlyMap<string, unknown>): string[] =>
  [...objects.keys()].filter((name) => !name.startsWith('AppProject/')).sort();
const all = [
  'Application/demo-prod-api',
  'Application/demo-prod-cache',
  'Application/demo-prod-db',
  'ApplicationSet/demo-prod-operations',
];
const members = (objects: ReadonlyMap<string, Record<string, unknown>>): string[] => {
  const { spec } = objects.get('ApplicationSet/demo-prod-operations') as {
    spec: { generators: [{ list: { elements: { name: string }[] | null } }] };
  };
  return (spec.generators[0].list.elements ?? []).map(({ name }) => name);
};

test('what is pinned from before a change of labelDomain keeps its layers', async () => {
  const objects = await rendered(world, 'prod');
  expect(names(objects)).toEqual(all);
  expect(members(objects)).toEqual(['demo-prod-meter']);
});

test('pins from before it and after it run together', async () => {
  const mixed = world.copy();
  const next = mixed.sketches.map((app) => ({ ...app, knob: 1 }));
  await mixed.changeApps(next);
  await mixed.promote('prod', { apps: ['meter', 'api'], emergency: 'users wait' });
  const labels = (app: string): unknown =>
    (
      parse(read(mixed.root, `environments/prod/generated/running/applications/${app}.yaml`)) as {
        metadata: { labels: unknown };
      }
    ).metadata.labels;
  expect(labels('api')).toHaveProperty(['new.example.org/layer']);
  expect(labels('cache')).toHaveProperty(['demo.example.org/layer']);
  const objects = await rendered(mixed, 'prod');
  expect(names(objects)).toEqual(all);
  expect(members(objects)).toEqual(['demo-prod-meter']);
});

test('the gate of Argo CD judges both', async () => {
  const { data } = parse(read(world.root, 'environments/generated/bootstrap/main/argocd-cm.yaml')) as {
    data: Record<string, string>;
  };
  const lua = data['resource.customizations.health.argoproj.io_Application'] ?? '';
  const half = (domain: string): unknown => ({
    metadata: { labels: { [`${domain}/app`]: 'api' }, creationTimestamp: new Date().toISOString() },
    spec: { source: { targetRevision: 'new' } },
    // Healthy as far as Argo CD knows, of what it no longer is to be.
    status: {
      health: { status: 'Healthy' },
      sync: { status: 'Synced', comparedTo: { source: { targetRevision: 'old' } } },
    },
  });
  const domains = ['new.example.org', 'demo.example.org', 'others.example.org'];
  const found = await verdicts(lua, domains.map(half));
  expect(found.map(({ status }) => status)).toEqual(['Progressing', 'Progressing', 'Healthy']);
});

test('the old domain is forgotten once nothing that is pinned has it', async () => {
  const text = (at: World): string => read(at.root, 'environments/generated/bootstrap/main/argocd-cm.yaml');
  expect(text(world)).toContain('{ "new.example.org", "demo.example.org" }');
  const later = world.copy();
  later.now += 40 * hour;
  await later.promote('staging');
  later.now += 40 * hour;
  await later.promote('prod');
  expect(text(later)).toContain('{ "new.example.org" }');
});
