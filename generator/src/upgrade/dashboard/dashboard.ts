import type { IssueDraft } from '../../forge/forge.ts';
import { count, sections } from '../../text/markdown.ts';
import type { HoldReason } from '../choice.ts';
import { alarmSection } from './alarm-section.ts';
import type { DashboardState } from './dashboard-state.ts';
import { holdSection } from './hold-section.ts';
import { fixedSection, openSection } from './unit-sections.ts';

const waiting: readonly HoldReason[] = ['cooldown', 'freeze', 'data', 'limit'];
const forPeople: readonly HoldReason[] = ['commit', 'manual', 'follower', 'identity', 'signature'];
const failed: readonly HoldReason[] = ['refused', 'unreachable'];
const byPolicy: readonly HoldReason[] = ['policy', 'nothing'];

const again =
  'To have one again, reopen its pull request. Where that cannot be done any more, take the line `<!-- upgrade: … -->` out of its description, and the next run opens another.';

/**
 * The issue that says what is open, what waits for what, and what needs a person. It names days and never the time of a
 * run: as long as nothing changes, its text does not.
 */
export function dashboardOf(state: DashboardState): IssueDraft {
  return {
    label: 'upgrades',
    marker: 'upgrade dashboard',
    title: 'Upgrades',
    body: sections(
      'What `npm run upgrade` found when it ran last. It writes this text anew; what people write here is lost. Close this issue to have none: it is not opened again.',
      alarmSection(state),
      openSection(state),
      holdSection(state, { title: 'Waiting', reasons: waiting }),
      holdSection(state, { title: 'For a person', reasons: forPeople }),
      holdSection(state, { title: 'Closed by a person', reasons: ['closed'], words: again }),
      holdSection(state, { title: 'Failed', reasons: failed, lines: state.failures }),
      holdSection(state, { title: 'Held by their policy', reasons: byPolicy }),
      holdSection(state, { title: 'Ignored', reasons: ['ignored'] }),
      fixedSection(state),
      restOf(state),
    ),
  };
}

function restOf({ units, requests, holds, alarms }: DashboardState): string {
  const open = new Set(requests.filter(({ state }) => state === 'open').map(({ unit }) => unit));
  const named = new Set([...holds, ...alarms].map(({ subject }) => subject.id));
  const rest = units
    .filter(({ name }) => !open.has(name))
    .flatMap(({ subjects }) => subjects)
    .filter(({ id, policy }) => !named.has(id) && policy.update !== 'none');
  if (rest.length === 0) return '';
  const words =
    rest.length === 1 ? 'is as new as its policy lets it be' : 'are as new as their policies let them be';
  return `${count(rest.length, 'other entry').replace('entrys', 'entries')} ${words}.`;
}
