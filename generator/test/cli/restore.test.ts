import { expect, test } from 'vitest';
import { edit, read } from '../../testing/folder.ts';
import { program } from '../../testing/program.ts';
import { smallRepository } from '../support/repository.ts';

const withRunbook = (): string => {
  const root = smallRepository();
  edit(
    root,
    'apps/db.ts',
    '  values: (',
    `  restore: ({ application, environmentFile, namespace, settings }) => ({
    keeps: 'A copy of \`' + namespace + '\`.',
    steps: [
      { do: 'Say so in \`' + environmentFile + '\`.', run: 'const settings = ' + JSON.stringify({ port: settings.port }) + ';', language: 'ts' },
      { do: 'Then:', run: 'kubectl -n ' + application.namespace + ' get application ' + application.name + '\\n\\ntrue' },
      { do: 'Look.' },
    ],
  }),
  values: (`,
  );
  return root;
};

test('a runbook has the names of its environment, and the settings that the environment overrides', async () => {
  const root = withRunbook();
  expect(await program(['generate', '--root', root])).toMatchObject({ code: 0, stderr: '' });
  const page = read(root, 'environments/prod/generated/RESTORE.md');
  expect(page.slice(page.indexOf('## db'))).toBe(`## db

A copy of \`db\`.

1. Say so in \`environments/prod/environment.ts\`.

   \`\`\`ts
   const settings = {"port":5432};
   \`\`\`

2. Then:

   \`\`\`sh
   kubectl -n argocd get application demo-prod-db

   true
   \`\`\`

3. Look.
`);
  expect(read(root, 'environments/dev/generated/RESTORE.md')).toContain('application demo-dev-db');
});

test('the page begins with the order after a loss of everything: what is done by hand, and what comes by itself', async () => {
  const root = withRunbook();
  await program(['generate', '--root', root]);
  const page = read(root, 'environments/prod/generated/RESTORE.md');
  const [, order = ''] = page.split('## The whole cluster is lost\n');
  expect(order.split('\n## ')[0]).toContain('everything else comes from Git by itself');
  expect(order.split('\n').filter((line) => line.startsWith('1. ['))).toEqual(['1. [db](#db)']);
});

test('what a runbook reads is granted to nobody', async () => {
  const root = withRunbook();
  await program(['generate', '--root', root]);
  const plan = 'environments/prod/generated/candidate/plan/db.yaml';
  const before = read(root, plan);
  expect(before).toContain('\nrestore:\n');
  edit(root, 'apps/db.ts', "'A copy of `'", "'A copy for ' + environment.domain + ' of `'");
  edit(root, 'apps/db.ts', 'restore: ({ application,', 'restore: ({ application, environment,');
  await program(['generate', '--root', root]);
  const after = read(root, plan)
    .split('\n')
    .filter((line) => !line.includes('keeps:'));
  expect(after).toEqual(before.split('\n').filter((line) => !line.includes('keeps:')));
});

test('there is no page where no app says how', async () => {
  const root = smallRepository();
  await program(['generate', '--root', root]);
  expect(() => read(root, 'environments/dev/generated/RESTORE.md')).toThrow('no such file');
});
