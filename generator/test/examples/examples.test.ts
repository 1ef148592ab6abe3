import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { program, repository } from '../../testing/program.ts';

const folder = join(repository, 'generator/examples');

interface Verified {
  readonly environments: readonly {
    readonly name: string;
    readonly apps: number;
    readonly rendered: number;
  }[];
  readonly unreachable: readonly { readonly apps: readonly string[] }[];
  readonly problems: readonly unknown[];
}

describe.each(readdirSync(folder))('the example %s', (name) => {
  const root = join(folder, name);

  test('has the tree that its definitions generate', async () => {
    const { code, stdout, stderr } = await program(['generate', '--check', '--root', root]);
    expect({ code, stderr, drift: code === 0 ? '' : stdout }).toEqual({ code: 0, stderr: '', drift: '' });
  });

  test('passes verify', async () => {
    const { code, stdout } = await program(['verify', '--format', 'json', '--root', root]);
    const { environments, unreachable, problems } = JSON.parse(stdout) as Verified;
    expect(problems).toEqual([]);
    expect(code).toBe(0);
    const missing = unreachable.flatMap(({ apps }) => apps);
    expect(environments.length).toBeGreaterThan(1);
    for (const each of environments) {
      const lacking = missing.filter((app) => app.startsWith(`${each.name}/`));
      expect(each.rendered).toBe(each.apps - lacking.length);
      expect(each.rendered).toBeGreaterThan(1);
    }
  });
});
