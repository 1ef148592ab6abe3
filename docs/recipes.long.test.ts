import { cpSync, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { carryOut, copyOf, copyPlatform, type Recipe, read, recipesIn, repository } from '#testing';
import { apps } from '../apps/index.ts';

/** Somebody may have followed a recipe word for word already; then it is followed again, with a number behind the name. */
function withFreeName({ title, text }: Recipe): Recipe {
  const [, kind, name = ''] = text.match(/npm run new -- (app|environment) (\S+)/) ?? [];
  const taken = kind === 'app' ? known.has(name) : existsSync(join(repository, 'environments', name));
  return { title, text: taken ? text.replaceAll(new RegExp(`\\b${name}\\b`, 'g'), `${name}2`) : text };
}

const known = new Set<string>(apps.map(({ name }) => name));
const recipes = recipesIn(read(repository, 'CONTRIBUTING.md')).map(withFreeName);
/** Apps that a recipe builds on. A fork may be without one, and then has no such recipe. */
const needed = ({ text }: { text: string }): string[] =>
  [...text.matchAll(/--depends-on (\S+)/g)].map(([, name]) => String(name));

test('there are recipes', () => {
  expect(recipes.length).toBeGreaterThan(2);
});

test.concurrent.for(recipes)('the recipe $title', async (recipe, { skip }) => {
  if (needed(recipe).some((name) => !known.has(name))) skip('this platform has no such app');
  const folder = await copyPlatform();
  // The chart that the recipe names is nobody's; this one is like those that are.
  const fixtures = join(repository, 'generator/test/fixtures/charts');
  const charts = copyOf(fixtures);
  for (const name of readdirSync(fixtures))
    cpSync(join(fixtures, name), join(charts, `${name}2`), { recursive: true });
  await carryOut(recipe, folder, { VERIFY_CHARTS: charts });
});
