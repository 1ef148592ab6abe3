import { expect, test } from 'vitest';
import { at, one, renderedSamplesOf } from '#testing';
import { propertiesOf } from '../test/hadoop-file.ts';
import { hiveOf } from '../test/hive.ts';
import { runJava } from '../test/java.ts';
import { startObjectStore } from '../test/object-store.ts';
import { startPostgres } from '../test/postgres.ts';
import { hms } from './hms.ts';

type Files = Record<string, Record<string, string>>;

const samples = await renderedSamplesOf(hms);
const filesOf = ({ manifests }: (typeof samples)[number]): Files =>
  Object.fromEntries(
    Object.entries(at(one(manifests, 'ConfigMap'), 'data') as Record<string, string>).map(([name, text]) => [
      name,
      propertiesOf(text),
    ]),
  );

const complaintsAbout = (files: Readonly<Record<string, Files>>) => {
  // Hadoop reads these itself, by the names that the files give.
  const env = { DATABASE_PASSWORD: 'of-the-owner', STORAGE_ACCOUNT_KEY: 'of-the-account' };
  // Hive's classes are of Java 21.
  return runJava('hive', files, { minimum: 21, env });
};

test('Hive and Hadoop know every setting, and have a client for the store of each cloud', async () => {
  const files = Object.fromEntries(samples.map((sample) => [sample.name, filesOf(sample)]));
  expect(await complaintsAbout(files)).toEqual([]);
});

test('they refuse each mistake', async () => {
  const mistakes: readonly [
    sample: string,
    file: string,
    mistake: Record<string, string>,
    complaint: string,
  ][] = [
    [
      'local',
      'metastore-site.xml',
      { 'metastore.warehous.dir': '/' },
      'Hive knows no metastore.warehous.dir',
    ],
    ['local', 'metastore-site.xml', { 'metastore.thrift.port': 'thrift' }, 'metastore.thrift.port'],
    ['local', 'metastore-site.xml', { 'javax.jdo.option.ConnectionPassword': 'x' }, 'the password is x'],
    ['local', 'metastore-site.xml', { 'metastore.warehouse.dir': 's4://a/b' }, 'no file system s4'],
    ['local', 'core-site.xml', { 'fs.s3a.path.style': 'true' }, 'Hadoop knows no fs.s3a.path.style'],
    ['azure', 'core-site.xml', { 'fs.azure.account.key.other': 'x' }, 'no key for other'],
    ['gcp', 'core-site.xml', { 'fs.gs.auth.typ': 'x' }, 'Hadoop knows no fs.gs.auth.typ'],
  ];
  const broken = mistakes.map(([cloud, file, mistake], index) => {
    const sample = samples.find(({ environment }) => environment.cloud.kind === cloud);
    if (sample === undefined) throw new Error(`no sample of ${cloud}`);
    const files = filesOf(sample);
    return [`mistake ${index}`, { ...files, [file]: { ...files[file], ...mistake } }] as const;
  });
  const complaints = await complaintsAbout(Object.fromEntries(broken));
  for (const [index, [, , , complaint]] of mistakes.entries())
    expect(complaints).toContainEqual(expect.stringMatching(RegExp(`^mistake ${index}: .*${complaint}`)));
});

test('its tables are made in an empty database or an older one; then it keeps what the lakehouse writes', async () => {
  const [postgres, store] = [await startPostgres(), await startObjectStore()];
  await store.grant();
  const hive = await hiveOf(postgres, store);
  const owner = () => postgres.connect('hms', { user: 'hms', password: 'of-the-owner' });
  const version = async () => (await (await owner()).query('SELECT "SCHEMA_VERSION" FROM "VERSION"')).rows;

  await hive.schematool(['-dbType', 'postgres', '-initSchemaTo', '3.1.0']);
  expect(await version()).toEqual([{ SCHEMA_VERSION: '3.1.0' }]);
  expect(await hive.schematool()).toContain('Upgrading from the version 3.1.0');
  expect(await version()).toEqual([{ SCHEMA_VERSION: '4.0.0' }]);
  expect(await hive.schematool()).toContain('No schema upgrade required');
  await (await owner()).query('DROP SCHEMA public CASCADE; CREATE SCHEMA public');
  expect(await hive.schematool()).toContain('Initialization script completed');
  expect(await version()).toEqual([{ SCHEMA_VERSION: '4.0.0' }]);

  const bucket =
    String(filesOf(local())['metastore-site.xml']?.['metastore.warehouse.dir']).split('/')[2] ?? '';
  const table = { database: 'hms', table: 'events', location: `s3a://${bucket}/hudi/events` };
  const made = await runJava('hive-client', { uri: await hive.start(), ...table });
  expect(made).toEqual({
    databaseAt: `s3a://${bucket}/warehouse/external/hms.db`,
    tableAt: table.location,
    types: ['string', 'string'],
  });
  const { body } = await store.request(store.administrator, 'GET', `/${bucket}?list-type=2`);
  for (const folder of ['warehouse/external/hms.db/', 'hudi/events/']) expect(body).toContain(folder);
});

function local() {
  const found = samples.find(({ name }) => name === 'local-small');
  if (found === undefined) throw new Error('there is no sample local-small');
  return found;
}
