import type { FirstPartyValues, UpstreamValues } from './names.ts';

/** Which chart an app is made of. `Values` is only for the compiler: the type of the chart's values. */
export interface ChartReference<Values> {
  readonly kind: 'first-party' | 'upstream';
  readonly name: string;
  readonly values?: Values;
}

/** A chart of ours: the folder `charts/<name>`. */
export function firstParty<Name extends keyof FirstPartyValues & string>(
  name: Name,
): ChartReference<FirstPartyValues[Name]> {
  return { kind: 'first-party', name };
}

/** A third-party chart or folder of manifests: a key of `charts/upstream.yaml`. */
export function upstream<Name extends keyof UpstreamValues & string>(
  name: Name,
): ChartReference<UpstreamValues[Name]> {
  return { kind: 'upstream', name };
}
