import { expect, test } from 'vitest';
import { at, one, type RenderedSample, renderedSamplesOf } from '#testing';
import { runJava } from '../test/java.ts';
import { lakehouseConnector } from './lakehouse-connector.ts';

const inputOf = ({ values, manifests }: RenderedSample) => ({
  // What a variable stands for here is of no account, as long as it is one; a key is text in base 64.
  core: String(at(one(manifests, 'ConfigMap'), 'data|core-site.xml')).replace(/\$\{env\.\w+\}/g, 'a2V5'),
  tables: at(values, 'settings|hudi.table.base.path'),
  table: at(values, 'settings|hudi.table.type'),
  index: at(values, 'settings|hudi.index.type'),
});
const samples = await renderedSamplesOf(lakehouseConnector);
const ask = (environments: Readonly<Record<string, object>>) => runJava('lakehouse-connector', environments);

test("Hadoop's clients open the tables of every cloud, and Hudi knows what it is told", async () => {
  const environments = samples.map((sample) => [sample.name, inputOf(sample)]);
  expect(await ask(Object.fromEntries(environments))).toEqual([]);
});

test('they refuse each mistake', async () => {
  const [sample] = samples.filter(({ cloud }) => cloud === 'aws');
  const good = inputOf(sample as RenderedSample);
  const mistakes = {
    'an unknown store': { ...good, tables: 'oss://tables/hudi' },
    'an unknown provider': { ...good, core: good.core.replace('WebIdentityToken', 'WebToken') },
    'a type of table': { ...good, table: 'WRITE_ON_READ' },
    'a type of index': { ...good, index: 'FLOWER' },
  };
  const complaints = await ask(mistakes);
  for (const mistake of Object.keys(mistakes))
    expect(complaints).toContainEqual(expect.stringMatching(RegExp(`^${mistake}: `)));
});
