import { provideGenerator } from '../src/edge/load-module.ts';

provideGenerator();
const { diskRepository } = await import('../src/edge/disk-repository.ts');
const { emit } = await import('../src/emit/emit.ts');
const { schemasToCompile } = await import('../src/emit/types-files.ts');
const { resolve } = await import('../src/model/resolve.ts');
const { orThrow } = await import('../src/problem/errors.ts');
const { candidatesOf } = await import('../src/candidates/candidates.ts');
const { runningIn } = await import('../src/running/state.ts');
const { compare } = await import('../src/tree/changes.ts');

/** The steps of `generate`, one by one, for the table that says where the time goes. Prints JSON. */
const repository = diskRepository(process.argv[2] ?? '.');
const spent: Record<string, number> = { 'load the program': performance.now() };

async function timed<T>(name: string, work: () => T | Promise<T>): Promise<T> {
  const started = performance.now();
  const result = await work();
  spent[name] = performance.now() - started;
  return result;
}

const written = await timed('load definitions', () => repository.read());
const model = await timed('resolve and check', () => orThrow(resolve(written)));
const types = await timed('types', () => repository.compileTypes(schemasToCompile(model)));
const candidates = await timed('candidates', () => candidatesOf(model));
const states = await timed('running', () => orThrow(runningIn(candidates, model, repository.pinned)));
const wanted = await timed('emit', () => emit(model, states, { gate: repository.gate, types }));
const present = await timed('read the tree', () => repository.present(wanted));
const changes = await timed('compare', () => compare(wanted, present));
await timed('write', () => repository.apply(changes));

const files = [...wanted.values()];
const bytes = files.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
process.stdout.write(JSON.stringify({ spent, files: files.length, bytes }));
