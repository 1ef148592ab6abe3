import { z } from 'zod';
import { commit, line } from './primitive.ts';

const absolute = z
  .string()
  .regex(/^\/([^/\s]+(\/[^/\s]+)*)?$/, 'must be an absolute path, as in /etc/app/settings.yaml');
const variable = z
  .string()
  .regex(
    /^[A-Za-z_][A-Za-z0-9_.-]*\*?$/,
    'must be the name of an environment variable; a * at its end stands for the rest',
  );
const words = z.array(line).min(1).describe('program and arguments, one word each');

const content = z
  .strictObject({
    format: z
      .enum(['yaml', 'json', 'properties'])
      .describe('properties: a line is key = value; HOCON that is written flat reads the same'),
    schema: z
      .record(z.string(), z.json())
      .describe('JSON Schema (draft 7) of what stands there; of properties, an object by whole key'),
  })
  .describe('what the program reads there');

const file = z.strictObject({
  required: z.boolean().default(false).describe('the program does not start without it'),
  content: content.optional().describe('anything where it is left out'),
});

const argument = z.strictObject({
  required: z.boolean().default(false).describe('the program does not start without it'),
  file: content.optional().describe('the word that follows is the path of a file with this content'),
});

const port = z.strictObject({
  number: z.int().min(1).max(65535).describe('where it listens'),
  variable: variable.optional().describe('variable that moves it'),
  paths: z
    .array(z.string().startsWith('/', 'must begin with /'))
    .default([])
    .describe('what answers GET with 200 there, as far as probes and monitors may ask'),
});

const filesystem = z.strictObject({
  schemes: z.array(z.string().regex(/^[a-z][a-z0-9+.-]*$/)).describe('of the addresses that it opens'),
  keys: z
    .array(line)
    .default([])
    .describe('keys of the configuration that it reads; a * at the end stands for the rest'),
  variables: z.array(variable).default([]).describe('environment variables that it reads'),
});

/** Shape of `schemas/contracts/<image>.yaml`: what one version of an image asks of whoever runs it, and offers. */
export const contract = z.strictObject({
  tag: z.string().min(1).describe('the tag of images.yaml that this was read for'),
  digest: z.string().optional().describe('its digest, where the tag alone does not say what was read'),
  source: z
    .strictObject({
      repository: z.url().describe('where the sources lie'),
      commit: commit.describe('what was read'),
      note: line.optional().describe('why it is not exactly what the image was made of'),
    })
    .describe('what this was read from'),
  user: z.int().min(0).optional().describe('the only user that it runs as; any where it is left out'),
  entrypoint: words.optional().describe('ENTRYPOINT of the image'),
  command: words.optional().describe('CMD of the image, which arguments replace'),
  commands: z.array(words).default([]).describe('how else it may be started; more words may follow'),
  variables: z
    .record(
      variable,
      z.strictObject({
        required: z.boolean().default(false).describe('the program is of no use without it'),
        default: z.string().optional().describe('what it takes where the variable is not set'),
      }),
    )
    .default({})
    .describe('every environment variable that the program and what starts it read'),
  files: z.record(absolute, file).default({}).describe('files that it reads if they are put there'),
  writes: z.array(absolute).default([]).describe('folders that must be writable'),
  ports: z.record(z.string(), port).default({}).describe('where it listens, by name'),
  jars: z
    .record(
      absolute,
      z
        .record(line, z.record(z.string().startsWith('-', 'must begin with a dash'), argument))
        .describe('main classes, each with the arguments that it knows'),
    )
    .default({})
    .describe('jars of programs that something else starts'),
  filesystems: z.record(line, filesystem).default({}).describe('plugins for stores of objects, by name'),
});

export type ContractShape = z.output<typeof contract>;
export type FileContent = z.output<typeof content>;
