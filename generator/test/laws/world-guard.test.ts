import nodeCrypto, { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { worldGuard } from '../../src/edge/guarded-world.ts';
import { guarded } from '../../src/model/world-guard.ts';

const real = { Date, env: process.env, random: Math.random, now: Date.now, clock: performance.now };
const realUuid = [nodeCrypto.randomUUID, randomUUID];
const present = (): typeof real => ({
  Date,
  env: process.env,
  random: Math.random,
  now: Date.now,
  clock: performance.now,
});

const guard = worldGuard('file:///nowhere/');

test('the world is as it was once the last of those who watch ends', () => {
  const ends = [guard(), guard()];
  expect(Object.entries(present()).filter(([name, value]) => value === Reflect.get(real, name))).toEqual([]);
  ends[0]?.();
  expect(Date).not.toBe(real.Date);
  ends[1]?.();
  expect(present()).toEqual(real);
  expect([nodeCrypto.randomUUID, randomUUID]).toEqual(realUuid);
});

test('the world is as it was when a definition threw', () => {
  const make = (): never => {
    throw new Error('thrown');
  };
  expect(() => guarded(guard, make)).toThrow('thrown');
  expect(Date).toBe(real.Date);
});

test('what others ask meanwhile is answered, and no problem', () => {
  const end = guard();
  expect(Date.now()).toBeGreaterThan(0);
  expect(new Date()).toBeInstanceOf(real.Date);
  expect(new Date(0)).toBeInstanceOf(real.Date);
  expect(Math.random()).toBeLessThan(1);
  expect(crypto.randomUUID()).toHaveLength(36);
  expect({ ...process.env }).toEqual({ ...real.env });
  expect(end()).toEqual([]);
});

test('a variable that somebody sets meanwhile is set', () => {
  const end = guard();
  try {
    process.env.SET_WHILE_WATCHED = 'yes';
    expect(process.env.SET_WHILE_WATCHED).toBe('yes');
  } finally {
    expect(end()).toEqual([]);
  }
  expect(process.env.SET_WHILE_WATCHED).toBe('yes');
  delete process.env.SET_WHILE_WATCHED;
});
