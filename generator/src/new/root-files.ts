import scripts from '../../scripts.json' with { type: 'json' };

/** The files of a repository that the generator needs at its top level and that are its owner's, by path. */
export const rootFiles = (platform: string): Readonly<Record<string, string>> => ({
  'README.md': readme(platform),
  'package.json': json({
    name: `${platform}-gitops`,
    private: true,
    type: 'module',
    engines: { node: '>=20' },
    workspaces: ['generator'],
    imports: { '#generator': './generator/src/index.ts', '#testing': './generator/testing/index.ts' },
    scripts,
    allowScripts: { node: true },
  }),
  'tsconfig.json': `{
  "extends": "./generator/tsconfig.json",
  "include": ["apps/**/*.ts", "environments/**/*.ts", "schemas/**/*.ts", "*.ts"],
  "exclude": ["node_modules"]
}
`,
  'vitest.config.ts': `import { defineConfig } from 'vitest/config';
import { testConfig } from './generator/vitest.ts';

export default defineConfig(testConfig);
`,
  'biome.json': `{
  "extends": ["./generator/lint.json"],
  "vcs": { "enabled": true, "clientKind": "git", "useIgnoreFile": true }
}
`,
  '.gitignore': 'node_modules/\n',
  '.gitattributes': `# The same line ends everywhere, so that a clone on Windows has no drift.
* text=auto eol=lf
`,
});

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

const readme = (platform: string): string => `# ${platform}

The GitOps repository of ${platform}. People write \`apps/\`, \`environments/\`, \`images.yaml\` and \`charts/\`;
\`npm run generate\` writes everything that Argo CD reads, below \`environments/*/generated/\`.

\`\`\`sh
npm install && npm run generate    # once; later npm ci
npm run new -- app NAME            # or environment NAME
npm test
\`\`\`

Commit the generated tree with the change that it follows from. Start reading at the \`PLAN.md\` of an environment.
\`npm run\` lists every command, and each takes \`--help\`.

To deploy an environment, apply its Argo CD's bootstrap once, on the cluster that Argo CD runs on:

\`\`\`sh
kubectl apply --server-side -f environments/generated/bootstrap/main/project.yaml -f environments/generated/bootstrap/main/root.yaml
\`\`\`
`;
