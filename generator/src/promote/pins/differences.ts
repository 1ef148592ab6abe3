import type { Candidate } from '../../emit/candidate.ts';
import { candidateFiles } from '../../emit/candidate.ts';
import type { Difference } from '../../emit/difference-page.ts';
import { revisionPlaceholder } from '../../emit/names.ts';
import { valuesFiles } from '../../emit/sources.ts';
import type { EnvironmentModel } from '../../model/model.ts';
import { type Pin, pinnedText } from './compose.ts';

/** How the candidates of this commit differ from what the pins have; apps that do not differ are left out. */
export function differencesOf(
  pins: ReadonlyMap<string, Pin>,
  candidates: readonly Candidate[],
  environment: EnvironmentModel,
): Difference[] {
  const byName = new Map(candidates.map((each) => [each.node.name, each]));
  const names = [...new Set([...pins.keys(), ...byName.keys()])].sort();
  return names.flatMap((app) => {
    const difference = differenceOf(app, pins.get(app), byName.get(app), environment);
    return difference.what.length === 0 ? [] : [difference];
  });
}

function differenceOf(
  app: string,
  pin: Pin | undefined,
  candidate: Candidate | undefined,
  environment: EnvironmentModel,
): Difference {
  const runs = pin?.candidate.node;
  const versions = { runs: runs?.chart.version ?? null, candidate: candidate?.node.chart.version ?? null };
  if (!pin) return { app, ...versions, what: ['new'] };
  if (!candidate) return { app, ...versions, what: ['gone'] };
  const files = new Map(candidateFiles(candidate, environment));
  const paths = valuesFiles(candidate.app, environment);
  const before = pin.candidate;
  const images = Object.entries(candidate.node.images).filter(
    ([name, image]) => before.node.images[name] !== image,
  );
  const what = [
    ...(versions.runs === versions.candidate ? [] : ['chart']),
    ...images.map(([, reference]) => `image ${reference}`),
    ...(neutral(before.application) === neutral(candidate.text) ? [] : ['Application']),
    ...(before.values === (files.get(paths.values) ?? null) ? [] : ['values']),
    ...(before.companion === (files.get(paths.companion) ?? null) ? [] : ['companion']),
  ];
  return { app, ...versions, what };
}

/** Waves are computed anew wherever an app runs, so they are no difference. */
const neutral = (text: string): string => pinnedText(text, revisionPlaceholder, 0);
