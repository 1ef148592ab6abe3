import { stringify } from 'yaml';
import type { Hold, Pinned, PinnedCommits } from '../../definition/release.ts';
import type { History } from '../history.ts';
import { appsAt } from './identity.ts';

/**
 * The shortest pins with which just these apps run from just these commits: whoever the revision has right needs no
 * entry of its own.
 */
export function shortest(
  environment: string,
  revision: string,
  commits: ReadonlyMap<string, string>,
  history: History,
): PinnedCommits {
  const natural = appsAt(environment, revision, history);
  const names = [...new Set([...natural, ...commits.keys()])].sort();
  const apps = names.flatMap((app): [string, string | null][] => {
    const wanted = commits.get(app) ?? null;
    const given = natural.includes(app) ? revision : null;
    return wanted === given ? [] : [[app, wanted]];
  });
  return { revision, apps: Object.fromEntries(apps) };
}

/** Holds that still count. */
export const activeHolds = (
  hold: Readonly<Record<string, Hold>>,
  today: string,
): Readonly<Record<string, Hold>> =>
  Object.fromEntries(Object.entries(hold).filter(([, { until }]) => today < until));

/** The text of a `release.yaml`. Commits are quoted, because one of digits only would be read as a number. */
export function releaseText({ revision, apps, hold, emergencies }: Pinned): string {
  const sorted = Object.fromEntries(Object.entries(apps).sort(([a], [b]) => (a < b ? -1 : 1)));
  const value = {
    revision,
    ...(Object.keys(apps).length > 0 && { apps: sorted }),
    ...(Object.keys(hold).length > 0 && { hold }),
    ...(emergencies.length > 0 && { emergencies }),
  };
  const text = stringify(value, {
    lineWidth: 0,
    compat: 'yaml-1.1',
    aliasDuplicateObjects: false,
    defaultStringType: 'QUOTE_SINGLE',
    defaultKeyType: 'PLAIN',
  });
  return `# yaml-language-server: $schema=../../schemas/definitions/release.schema.json\n${text}`;
}
