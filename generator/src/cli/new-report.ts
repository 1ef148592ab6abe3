import type { Edit, NewFiles } from '../new/planned-files.ts';
import type { Format } from './format.ts';

export interface NewReportOptions {
  readonly dryRun: boolean;
  readonly kind: string;
  readonly name: string;
}

/** What was written, one file on a line; of a dry run, every line that would be written too. */
export function newReport(format: Format, files: NewFiles, options: NewReportOptions): string {
  if (format === 'json') return json(files, options);
  const text = options.dryRun ? whole(files) : list(files);
  const next = options.dryRun ? 'nothing was written\n' : `next: ${nextStep(options.kind)}\n`;
  return format === 'markdown' ? `\`\`\`\n${text}\`\`\`\n` : `${text}${next}`;
}

const nextStep = (kind: string): string =>
  kind === 'platform'
    ? 'npm install, npm run generate, git init, commit and push; README.md says how Argo CD gets it'
    : 'npm run generate, then npm run verify; commit both and push';

const list = ({ create, edit }: NewFiles): string =>
  [
    ...[...create.keys()].map((path) => `created  ${path}\n`),
    ...[...edit.keys()].map((path) => `edited   ${path}\n`),
  ].join('');

const whole = ({ create, edit }: NewFiles): string =>
  [
    ...[...create].map(([path, text]) => `create ${path}\n${marked(text.replace(/\n$/, '').split('\n'))}`),
    ...[...edit].map(([path, change]) => `edit ${path}\n${hunks(change)}`),
  ].join('');

const marked = (lines: readonly string[]): string => lines.map((line) => `  + ${line}\n`).join('');

/** The lines that come, each run of them under the number of its first. Lines are only ever added. */
function hunks({ before, after }: Edit): string {
  const old = before.split('\n');
  let next = 0;
  let last = -1;
  return after
    .split('\n')
    .map((line, i) => {
      if (line === old[next]) {
        next += 1;
        return '';
      }
      const head = last === i - 1 ? '' : `  at line ${i + 1}\n`;
      last = i;
      return `${head}  + ${line}\n`;
    })
    .join('');
}

function json({ create, edit }: NewFiles, options: NewReportOptions): string {
  const texts = (files: Iterable<readonly [string, string]>) =>
    [...files].map(([path, text]) => ({ path, text }));
  const report = {
    version: 1,
    ...options,
    created: texts(create),
    edited: texts([...edit].map(([path, { after }]) => [path, after] as const)),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}
