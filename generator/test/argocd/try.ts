import { isWell } from './harness/record.ts';
import { sleep } from './harness/running.ts';
import { makeStage } from './harness/stage.ts';

const stage = await makeStage('try');
console.log('root', stage.root);
console.log(stage.world.standIns);
await stage.world.push('first');
await stage.bootstrap('local');
const t0 = Date.now();
let last = '';
for (let i = 0; i < 400; i++) {
  await sleep(1000);
  const names = [...new Set(stage.record.sights.map((s) => s.name))].sort();
  const line = names
    .map((n) => {
      const s = stage.record.of(n)!;
      return `${n.replace('obsrv-local-', '')}:${s.sync[0] ?? '-'}${s.health[0] ?? '-'}${s.phase.slice(0, 1)}`;
    })
    .join(' ');
  if (line !== last) {
    console.log(Math.round((Date.now() - t0) / 1000), line);
    last = line;
  }
  if (names.length > 20 && names.every((n) => isWell(stage.record.of(n)!))) break;
}
console.log('done', Math.round((Date.now() - t0) / 1000));
await stage.close();
process.exit(0);
