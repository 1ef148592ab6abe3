import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { tool } from '../../../testing/program.ts';

/** A chart that the platform takes from somebody else. */
export interface WantedChart {
  readonly name: string;
  readonly version: string;
  /** Where the real one lies, if it can be had. */
  readonly real: string | null;
  /** Definitions that it brings as templates, for a chart of definitions that cannot be had. */
  readonly definitions: readonly string[];
}

/** Packs charts into a folder that Helm takes for a repository; those that cannot be had are stood in for. */
export async function packCharts(
  charts: readonly WantedChart[],
  helm: string,
  folder: string,
): Promise<void> {
  mkdirSync(folder, { recursive: true });
  for (const chart of charts) {
    if (chart.real?.endsWith('.tgz')) cpSync(chart.real, join(folder, basename(chart.real)));
    else await pack(chart.real ?? standIn(chart, join(folder, 'sources')), chart.version, helm, folder);
  }
  await ok(await tool(helm, ['repo', 'index', folder]));
}

/** The version is given again: in git, charts have placeholders that a release fills in. */
async function pack(chart: string, version: string, helm: string, folder: string): Promise<void> {
  await ok(await tool(helm, ['package', chart, '--version', version, '--destination', folder]));
}

async function ok({ code, stderr }: { code: number; stderr: string }): Promise<void> {
  if (code !== 0) throw new Error(stderr);
}

/** A tiny chart of the same name and version: one Deployment, called as the release is, or the definitions. */
function standIn({ name, version, definitions }: WantedChart, folder: string): string {
  const chart = join(folder, name);
  mkdirSync(join(chart, 'templates'), { recursive: true });
  writeFileSync(join(chart, 'Chart.yaml'), `apiVersion: v2\nname: ${name}\nversion: ${version}\n`);
  if (definitions.length === 0) writeFileSync(join(chart, 'templates/deployment.yaml'), deployment);
  // As data, for Helm would take braces in descriptions for its own.
  for (const [i, text] of definitions.entries()) {
    writeFileSync(join(chart, `definition-${i}.txt`), text);
    writeFileSync(join(chart, `templates/definition-${i}.yaml`), `{{ .Files.Get "definition-${i}.txt" }}\n`);
  }
  return chart;
}

const deployment = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: {{ .Release.Name }}
  labels: { app.kubernetes.io/instance: "{{ .Release.Name }}" }
spec:
  replicas: 1
  selector: { matchLabels: { app.kubernetes.io/instance: "{{ .Release.Name }}" } }
  template:
    metadata:
      labels: { app.kubernetes.io/instance: "{{ .Release.Name }}" }
      # Every value counts, as in a real chart.
      annotations: { values: {{ .Values | toJson | sha256sum | trunc 16 | quote }} }
    spec:
      containers: [{ name: main, image: "example.invalid/stand-in:{{ .Chart.Version }}" }]
`;

/** Texts of the definitions of some API groups, from a folder with one folder for each group. */
export function definitionsIn(folder: string, groups: readonly string[]): string[] {
  return groups.flatMap((group) => {
    const path = join(folder, group);
    return existsSync(path)
      ? readdirSync(path)
          .sort()
          .map((name) => readFileSync(join(path, name), 'utf8'))
      : [];
  });
}
