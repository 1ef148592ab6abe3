import { monthOf } from './month-events.ts';
import { play } from './play.ts';

/** A process of its own for months that are played side by side: seeds come in, one a line; results go out as JSON. */
const [from = 0, until = 0, step = 1] = process.argv.slice(2).map(Number);
for (let seed = from; seed < until; seed += step) {
  const began = performance.now();
  const result = await play(monthOf(seed));
  const seconds = (performance.now() - began) / 1000;
  process.stdout.write(`${JSON.stringify({ seed, seconds, ...result })}\n`);
}
