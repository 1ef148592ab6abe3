import { obtain } from '../../src/edge/tools/obtain.ts';
import { temporaryFolder, write } from '../../testing/folder.ts';
import { tool } from '../../testing/program.ts';

/** What helm prints of a chart, line by line: its reader of YAML is the one that Argo CD and kubectl have. */
export async function printed(
  files: Readonly<Record<string, string>>,
  ...args: readonly string[]
): Promise<unknown[]> {
  const chart = temporaryFolder();
  write(chart, { 'Chart.yaml': 'apiVersion: v2\nname: reader\nversion: 0.0.0\n', ...files });
  const helm = await obtain('helm', () => undefined);
  const { code, stdout, stderr } = await tool(helm, ['template', 'reader', chart, ...args], { cwd: chart });
  if (code !== 0) throw new Error(stderr);
  return [...stdout.matchAll(/^read: (.*)$/gm)].map(([, line = '']) =>
    JSON.parse(Buffer.from(line, 'base64').toString()),
  );
}

/** What Go reads in texts of YAML, each a map. */
export const readByGo = (texts: readonly string[]): Promise<unknown[]> =>
  printed({
    ...Object.fromEntries(texts.map((text, i) => [`texts/${String(i).padStart(5, '0')}.yaml`, text])),
    'templates/read.yaml':
      '{{ range $file, $_ := .Files.Glob "texts/*" }}read: {{ $.Files.Get $file | fromYaml | toJson | b64enc }}\n{{ end }}',
  });

/** JSON with the keys of maps in order. */
export const sorted = (value: unknown): string =>
  JSON.stringify(value, (_, item: unknown) =>
    typeof item === 'object' && item !== null && !Array.isArray(item)
      ? Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1))
      : item,
  );
