import type { Application } from '../candidates/application.ts';
import { argocd } from '../candidates/resource-names.ts';
import type { Chart } from '../model/chart-model.ts';
import type { Programs } from '../verify/programs.ts';
import { type ApplicationPart, partsOf, type RepositoryPath } from './application-parts.ts';

/** An Application and the file that it was read from. */
export interface ApplicationFile {
  readonly app: string;
  readonly file: string;
  readonly application: Application;
}

/** What Argo CD applies for one app, as far as it could be had. */
export interface RenderedApplication {
  readonly app: string;
  /** The file that the Application was read from. */
  readonly file: string;
  /** Null for the last layer, which comes after all waves. */
  readonly wave: number | null;
  readonly namespace: string;
  /** YAML documents. */
  readonly text: string;
  /** Charts that could not be had, and why. */
  readonly unreachable: readonly string[];
  /** What the programs said instead of rendering. */
  readonly refused: readonly string[];
  /** Whether Argo CD's Kustomize adds annotations to every object, which a render here does not have. */
  readonly annotated: boolean;
}

/** What a render needs beside the Applications. */
export interface RenderInputs {
  /** URL of this repository. */
  readonly repository: string;
  /** Minor version of Kubernetes. */
  readonly kubernetesVersion: string;
  /** Charts that apps of this repository take from elsewhere. */
  readonly charts: readonly Chart[];
  /** Where a path of this repository lies on this machine. */
  locate(path: RepositoryPath): string;
}

/** Renders what an Application names, with the real programs. */
export async function renderApplication(
  { app, file, application }: ApplicationFile,
  inputs: RenderInputs,
  programs: Programs,
): Promise<RenderedApplication> {
  const { metadata, spec } = application;
  const { namespace } = spec.destination;
  const parts = partsOf(application, inputs.repository, inputs.charts);
  const results = await Promise.all(parts.map((part) => renderPart(part, namespace, inputs, programs)));
  const wave = metadata.annotations[argocd.wave];
  return {
    app,
    file,
    wave: wave === undefined ? null : Number(wave),
    namespace,
    text: results.flatMap(({ text = [] }) => text).join('---\n'),
    unreachable: results.flatMap(({ unreachable = [] }) => unreachable),
    refused: results.flatMap(({ refused = [] }) => refused),
    annotated: parts.some(({ annotated }) => annotated),
  };
}

/** One of the three, which is what came of one source. */
type PartOutcome = Partial<Record<'text' | 'unreachable' | 'refused', string>>;

async function renderPart(
  { chart, release, values }: ApplicationPart,
  namespace: string,
  inputs: RenderInputs,
  programs: Programs,
): Promise<PartOutcome> {
  const located = 'kind' in chart ? await programs.locate(chart) : { path: inputs.locate(chart) };
  if ('why' in located)
    return { unreachable: `${'kind' in chart ? chart.name : chart.path}: ${located.why}` };
  const isFolder = 'kind' in chart && chart.kind === 'git' && chart.type !== 'helm';
  const rendered = await (isFolder
    ? programs.readFolder(located.path, chart.include)
    : programs.render({
        chart: located.path,
        release,
        namespace,
        values: values === null ? null : inputs.locate(values),
        kubernetesVersion: inputs.kubernetesVersion,
      }));
  return rendered.ok ? { text: rendered.text } : { refused: rendered.message };
}
