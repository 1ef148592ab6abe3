import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { versionSources } from '../../src/edge/registry/version-sources.ts';
import { textAt } from '../../src/edge/web/text-at.ts';
import { openWeb } from '../../src/edge/web/web.ts';
import type { ToolSubject } from '../../src/upgrade/subject.ts';
import { toolSubjects } from '../../src/upgrade/tool/tool-subjects.ts';
import { temporaryFolder, write } from '../../testing/folder.ts';
import { ownCache } from '../../testing/own-cache.ts';
import { tool } from '../../testing/program.ts';
import { identity } from '../support/repository.ts';
import { serveFolder } from './chart-server.ts';
import { serveGit } from './git-server.ts';

const root = temporaryFolder();
const folder = temporaryFolder();
const git = async (...args: string[]): Promise<void> => {
  const ended = await tool('git', args, { cwd: folder, env: identity });
  if (ended.code !== 0) throw new Error(ended.stderr);
};
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

let gitCalls: string[] = [];
let subjects: readonly ToolSubject[] = [];
const named = (key: string): ToolSubject => {
  const found = subjects.find((subject) => subject.key === key);
  if (found === undefined) throw new Error(`there is no ${key}`);
  return found;
};

beforeAll(async () => {
  process.env.GITOPS_CACHE = ownCache();
  await git('init', '--quiet', 'work');
  await git('-C', 'work', 'commit', '--quiet', '--allow-empty', '--message=one');
  for (const tag of ['v1.0.0', 'v1.1.0', 'v2.0.0-rc.1', 'viewer/v0.1.0', 'nightly'])
    await git('-C', 'work', 'tag', tag);
  await git('clone', '--quiet', '--bare', 'work', 'program.git');
  const server = await serveGit(folder);
  gitCalls = server.calls;

  const published = temporaryFolder();
  write(published, {
    '1.1.0/SUMS': `${sha256('a')}  program-linux-amd64.tar.gz\n${sha256('b')}  program-darwin-arm64.tar.gz\n`,
    '1.0.0/SUMS': `${sha256('a')}  program-linux-amd64.tar.gz\n`,
  });
  const { url } = await serveFolder(published);
  const entry = {
    version: '1.0.0',
    releases: { git: `${server.url}/program.git`, tags: 'v{version}' },
    download: {
      url: `${url}/{version}/program-{platform}.tar.gz`,
      checksums: `${url}/{version}/SUMS`,
      sha256: { 'linux-amd64': sha256('old'), 'darwin-arm64': sha256('old') },
    },
  };
  const { download: _, ...built } = entry;
  const viewer = { ...built, version: '0.1.0', releases: { ...built.releases, tags: 'viewer/v{version}' } };
  const read = toolSubjects({ program: entry, viewer, built });
  subjects = read.ok ? read.value : [];
});

/** As in one run. */
const sources = () => {
  const web = openWeb({ sleep: async () => undefined });
  const none = async () => ({ kind: 'missing', why: 'no registry here' }) as const;
  return versionSources({
    root,
    textOf: (url) => textAt(web, url),
    registry: { tags: none, manifest: none, blob: none },
  });
};

describe('programs', () => {
  test('have the versions that their repository has tags of; it is asked once for all of them', async () => {
    const { tool: versions, gitTags } = sources();
    const [program, viewer] = await Promise.all([versions(named('program')), versions(named('viewer'))]);
    expect(program).toEqual({ kind: 'found', value: ['1.0.0', '1.1.0', '2.0.0-rc.1'] });
    expect(viewer).toEqual({ kind: 'found', value: ['0.1.0'] });
    const tags = await gitTags(named('program').entry.releases?.git ?? '');
    expect(tags).toMatchObject({ kind: 'found', value: { size: 5 } });
    expect(gitCalls.filter((path) => path.endsWith('/info/refs'))).toHaveLength(1);
  });

  test('have the checksums that their project publishes, for each platform that we name', async () => {
    const { checksums } = sources();
    expect(await checksums(named('program'), '1.1.0')).toEqual({
      kind: 'found',
      value: { 'linux-amd64': sha256('a'), 'darwin-arm64': sha256('b') },
    });
    expect(await checksums(named('built'), '1.1.0')).toEqual({ kind: 'found', value: {} });
    expect(await checksums(named('program'), '1.0.0')).toMatchObject({
      kind: 'missing',
      why: expect.stringMatching(/SUMS has no checksum of program 1\.0\.0 for darwin-arm64$/),
    });
    expect(await checksums(named('program'), '1.2.0')).toMatchObject({
      kind: 'missing',
      why: expect.stringContaining('404'),
    });
  });
});
