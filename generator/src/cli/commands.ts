import type { Command } from './command.ts';

/** Every command, in the order in which help lists them. */
export const commands: readonly Command[] = [
  {
    name: 'generate',
    summary: 'write what Argo CD reads, from the definitions',
    options: { check: { type: 'boolean' }, environment: { type: 'string', short: 'e' } },
    help: {
      '--check': 'write nothing; exit 1 if anything would change',
      '-e, --environment NAME': 'only the files of this environment',
    },
    load: async () => (await import('./generate.ts')).generateCommand,
  },
];

/** Options that every command has. */
export const everywhere = {
  root: { type: 'string' },
  format: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;
