import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { repository } from '../../testing/program.ts';
import { carryOut, recipesIn } from '../../testing/recipes.ts';
import { newPlatform, npm } from '../../testing/standalone.ts';

const recipes = recipesIn(readFileSync(join(repository, 'generator/CONTRIBUTING.md'), 'utf8'));

test('there are recipes', () => {
  expect(recipes.map(({ title }) => title)).toEqual(['Add an emitter', 'Add a problem']);
});

test.concurrent.for(recipes)('the recipe $title', async (recipe) => {
  const folder = await newPlatform();
  await npm(folder, 'generate');
  await carryOut(recipe, folder);
});
