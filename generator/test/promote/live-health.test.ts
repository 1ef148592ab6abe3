import { chmodSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { unhealthyIn } from '../../src/edge/promote/live-health.ts';
import type { EnvironmentModel } from '../../src/model/model.ts';
import { read, temporaryFolder, write } from '../../testing/folder.ts';

const path = process.env.PATH;
afterEach(() => {
  process.env.PATH = path;
});

const staging = { name: 'staging', formerly: [], argocdNamespace: 'argocd' } as unknown as EnvironmentModel;

/** A program in kubectl's place, that notes how it was called. */
function kubectl(body: string): string {
  const folder = temporaryFolder();
  write(folder, { kubectl: `#!/bin/sh\necho "$@" > ${join(folder, 'called')}\n${body}` });
  chmodSync(join(folder, 'kubectl'), 0o755);
  process.env.PATH = `${folder}${delimiter}${path}`;
  return folder;
}

const item = (app: string, health: string, sync: string): unknown => ({
  metadata: { name: app, labels: { 'example.org/app': app } },
  status: { health: { status: health }, sync: { status: sync } },
});

test('names who is not well, and asks only for the apps of that environment', async () => {
  const items = [
    item('api', 'Healthy', 'Synced'),
    item('db', 'Degraded', 'Synced'),
    item('web', 'Healthy', 'OutOfSync'),
  ];
  const folder = kubectl(`cat <<'END'\n${JSON.stringify({ items })}\nEND\n`);
  expect(await unhealthyIn(staging, ['example.org'], 'cluster')).toEqual({
    db: 'it is Degraded and Synced',
    web: 'it is Healthy and OutOfSync',
  });
  expect(read(folder, 'called').trim()).toBe(
    '--context cluster --namespace argocd get applications.argoproj.io -l example.org/environment=staging -o json',
  );
});

test('when it cannot ask, it says so instead of taking silence for health', async () => {
  kubectl('echo "connection refused" >&2; exit 1\n');
  await expect(unhealthyIn(staging, ['example.org'], 'cluster')).rejects.toThrow(/connection refused/);
});
