import { expect, test } from 'vitest';
import { onePerWave, upgrade } from './harness/changes.ts';
import { broken } from './harness/order.ts';
import { platformOn } from './harness/platform.ts';
import { artefact } from './harness/proof.ts';
import { makeStage } from './harness/stage.ts';
import { proof } from './harness/world.ts';

/** Argo CD as it comes: it looks at git every two to three minutes, and nobody wakes it up. */
test('with the default settings of Argo CD, and nothing to trigger a refresh', async () => {
  const stage = await makeStage('waits', { resync: 120, env: { ARGOCD_RECONCILIATION_TIMEOUT: '120s' } });
  const rows: string[] = [];
  const timed = async (what: string, work: () => Promise<void>): Promise<void> => {
    const began = performance.now();
    await work();
    rows.push(`| ${what} | ${Math.round((performance.now() - began) / 1000)} |`);
    artefact(
      'waits.md',
      `| what | seconds until the last app was well |\n| --- | --- |\n${rows.join('\n')}\n`,
    );
  };
  try {
    const first = await stage.world.push('first');
    const platform = platformOn(stage, proof, first);
    await timed('install, definitions of custom kinds there before', async () => {
      await stage.bootstrap(proof);
      await platform.settled(first);
    });
    expect(broken(platform.edges())).toEqual([]);
    const apps = onePerWave(platform);
    const after = stage.record.mark();
    upgrade(platform, ...apps);
    const second = await stage.world.push('an app of each wave');
    await timed(`upgrade of ${apps.length} apps, one in each wave`, () => platform.settled(second));
    expect(broken(platform.edges({ after, target: platform.at(second) }))).toEqual([]);
    const third = await stage.world.pushAsIs('nothing that runs');
    await timed('a commit that changes no app', () => platform.settled(third));
  } finally {
    await stage.close();
  }
});
