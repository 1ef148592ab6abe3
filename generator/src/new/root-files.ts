import scripts from '../../scripts.json' with { type: 'json' };

/** The files of a repository that the generator needs at its top level and that are its owner's, by path. */
export const rootFiles = (platform: string): Readonly<Record<string, string>> => ({
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
