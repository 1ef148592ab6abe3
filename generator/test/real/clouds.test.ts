import { expect, test } from 'vitest';
import { program } from '../support/program.ts';
import { cloudsRepository } from '../support/repository.ts';

test('the apps of this repository render on azure and gcp, and every object is one that Kubernetes takes', async () => {
  const root = cloudsRepository();
  await program(['generate', '--root', root]);
  const { code, stdout } = await program(['verify', '--format', 'json', '--root', root]);
  const { environments, unreachable, problems } = JSON.parse(stdout) as {
    environments: { name: string; apps: number; rendered: number; objects: number }[];
    unreachable: { apps: string[] }[];
    problems: unknown[];
  };
  expect(problems).toEqual([]);
  expect(code).toBe(0);
  const missing = unreachable.flatMap(({ apps }) => apps);
  for (const { name, apps, rendered, objects } of environments) {
    expect(rendered).toBe(apps - missing.filter((app) => app.startsWith(`${name}/`)).length);
    expect(objects).toBeGreaterThan(100);
  }
});
