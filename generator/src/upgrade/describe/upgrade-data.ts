import type { HeldVersion, Step } from '../choice.ts';
import type { UpgradeReport } from '../upgrade-report.ts';

/** A run for a program. */
export function upgradeData({
  dryRun,
  units,
  upgrades,
  closings,
  holds,
  alarms,
  failures,
}: UpgradeReport): unknown {
  return {
    version: 1,
    dryRun,
    units: units.map(({ name, subjects, keepsData }) => ({
      name,
      entries: subjects.map(({ id }) => id),
      keepsData,
    })),
    upgrades: upgrades.map(({ proposal: { unit, branch, steps, automerge }, effect, words, delivery }) => ({
      unit: unit.name,
      branch,
      ...words,
      automerge,
      steps: steps.map(stepData),
      findings: effect.kind === 'changed' ? effect.findings : [],
      pullRequest: delivery?.kind === 'opened' ? delivery.pullRequest.url : null,
    })),
    closings: closings.map(({ request: { unit, number, url }, why }) => ({ unit, number, url, why })),
    holds: holds.map(heldData),
    alarms: alarms.map(({ kind, subject, detail, hint }) => ({ kind, entry: subject.id, detail, hint })),
    failures,
  };
}

const stepData = ({ subject, size, version, digest, revision, firstSeen, released }: Step) => ({
  entry: subject.id,
  from: subject.current,
  to: version,
  size,
  digest,
  revision,
  firstSeen,
  released,
});

const heldData = ({ subject, ...held }: HeldVersion) => ({ entry: subject.id, ...held });
