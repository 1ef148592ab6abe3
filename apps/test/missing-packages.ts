import { run } from '#testing';
import { type FromSystem, packagesOf } from './from-system.ts';
import { javaOf } from './java.ts';
import { pythonOf } from './python.ts';

/** Whether a program is here with all that our tests want of it. */
const isHere: Readonly<Record<FromSystem, () => Promise<boolean>>> = {
  luajit: () => succeeds('luajit', '-e', 'require "cjson.safe"'),
  mvn: () => succeeds('mvn', '--version'),
  'redis-server': async () =>
    (await succeeds('redis-server', '--version')) || (await succeeds('valkey-server', '--version')),
  'Java 17': () => finds(javaOf({ minimum: 17, maximum: 17 })),
  'Java 25': () => finds(javaOf({ minimum: 25 })),
  python3: () => finds(pythonOf({ minimum: 10, maximum: 12 })),
};

const succeeds = async (program: string, ...args: string[]): Promise<boolean> =>
  (await run(program, args))?.code === 0;

const finds = (search: Promise<unknown>): Promise<boolean> =>
  search.then(
    () => true,
    () => false,
  );

/** The packages of Debian and Ubuntu that bring what is not here. */
export async function missingPackages(): Promise<readonly string[]> {
  const all = await Promise.all(
    Object.entries(packagesOf).map(async ([program, packages]) =>
      (await isHere[program as FromSystem]()) ? [] : packages,
    ),
  );
  return all.flat();
}

if (import.meta.main) process.stdout.write((await missingPackages()).map((name) => `${name}\n`).join(''));
