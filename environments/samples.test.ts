import { expect, test } from 'vitest';
import { sampleModel, verified } from '#testing';

test('the apps pass verify on every cloud and in every size', async () => {
  const { environments, unreachable, problems } = await verified(await sampleModel());
  expect(problems).toEqual([]);
  const missing = unreachable.flatMap(({ apps }) => apps);
  for (const { name, apps, rendered } of environments)
    expect(rendered).toBe(apps - missing.filter((app) => app.startsWith(`${name}/`)).length);
});

test('so they do where all images come through a mirror, with a pull secret', async () => {
  const model = await sampleModel({ registryMirror: 'mirror.example.org/all', imagePullSecrets: ['mirror'] });
  const { problems } = await verified({ ...model, environments: model.environments.slice(0, 1) });
  expect(problems).toEqual([]);
});
