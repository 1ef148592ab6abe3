import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { clockAt } from '../../src/edge/clock.ts';
import { moduleFolder, toolNamed } from '../../src/edge/tools/catalog.ts';
import { choose } from '../../src/upgrade/choose/choose.ts';
import { look } from '../../src/upgrade/look/look.ts';
import type { Sources } from '../../src/upgrade/sources.ts';
import type { ToolSubject } from '../../src/upgrade/subject.ts';
import { manualStep } from '../../src/upgrade/tool/manual-step.ts';
import { checksumIn, checksumUrls, toolEdits, versionOfTag } from '../../src/upgrade/tool/tool-edits.ts';
import { toolSubjects, toolsFile } from '../../src/upgrade/tool/tool-subjects.ts';
import { repository } from '../../testing/program.ts';

const written = readFileSync(join(repository, toolsFile), 'utf8');
const read = toolSubjects(JSON.parse(written));
const subjects = read.ok ? read.value : [];
const named = (key: string): ToolSubject => {
  const found = subjects.find((subject) => subject.key === key);
  if (found === undefined) throw new Error(`${key} has no releases`);
  return found;
};

describe('what tools.json says of upgrades', () => {
  test('is read: who has releases, where, and what moves together', () => {
    expect(read.ok).toBe(true);
    expect(subjects.map(({ key }) => key)).not.toContain('redis-server');
    expect(named('kubeconform')).toMatchObject({
      kind: 'tool',
      id: 'generator/tools.json: kubeconform',
      file: 'generator/tools.json',
      current: toolNamed('kubeconform').version,
      policy: { update: 'minor' },
    });
    const kubernetes = subjects.filter(({ policy }) => policy.group === 'kubernetes');
    expect(kubernetes.map(({ key }) => key)).toEqual([
      'kube-apiserver',
      'kube-controller-manager',
      'kubectl',
    ]);
    expect(new Set(kubernetes.map(({ current }) => current)).size).toBe(1);
  });

  test('is refused with the place of what is wrong', () => {
    const wrong = toolSubjects({ helm: { version: 4, releases: { git: 'a', tags: 'v' } } });
    expect(wrong.ok || wrong.problems.map(({ location }) => location.path)).toEqual([
      'helm.version',
      'helm.releases.tags',
    ]);
  });
});

describe('a version of a program is written once', () => {
  test('no other text of tools.json has it', () => {
    const again = Object.entries(JSON.parse(written) as Record<string, { version: string }>).flatMap(
      ([key, { version, ...rest }]) => {
        const minor = version.split('.').slice(0, 2).join('.');
        const escaped = minor.replace('.', '\\\\.');
        return version.includes('.') && [minor, escaped].some((text) => JSON.stringify(rest).includes(text))
          ? [key]
          : [];
      },
    );
    expect(again).toEqual([]);
  });

  test.each(subjects.filter(({ entry }) => entry.go?.module !== undefined))(
    'the module that builds $key pins it',
    ({ current, entry }) => {
      const text = readFileSync(join(moduleFolder(entry.go?.module ?? ''), 'go.mod'), 'utf8');
      const [, required] = text.match(/^require \S+ v(\S+)$/m) ?? [];
      expect(required).toBe(current);
    },
  );
});

describe('a step', () => {
  test('is made by itself where version and checksums are all of it', () => {
    expect(manualStep(named('kubeconform'), '0.9.0')).toBeNull();
    expect(manualStep(named('actionlint'), '1.8.0')).toBeNull();
    expect(toolEdits('kubeconform', '0.9.0', { 'linux-amd64': 'aa' })).toEqual([
      { path: ['kubeconform', 'version'], value: '0.9.0' },
      { path: ['kubeconform', 'download', 'sha256', 'linux-amd64'], value: 'aa' },
    ]);
  });

  test('is a person’s where Go modules, the proof or a path of a package hang on it', () => {
    expect(manualStep(named('argocd'), '3.6.0')).toContain('npm run raise -- argocd 3.6.0');
    expect(manualStep(named('kubectl'), '1.37.0')).toContain('generator/tools/kubernetes');
    expect(manualStep(named('glua'), '2.0.0')).toContain('go.package of glua');
  });

  test('of what Argo CD brings is made with Argo CD, however new the program alone is', () => {
    expect(manualStep(named('helm'), '4.3.0')).toContain('argocd brings its own helm');
    expect(manualStep(named('kustomize'), '5.8.2')).toContain('argocd brings its own kustomize');
  });
});

describe('a run', () => {
  /** What becomes of a program where its project has these versions. */
  const chosen = async (key: string, versions: readonly string[]): Promise<string[]> => {
    const subject = named(key);
    const asked = async () => ({ kind: 'found', value: versions }) as const;
    const sources = { tool: asked } as Partial<Sources> as Sources;
    const unit = { name: key, subjects: [subject], runBy: [], keepsData: false };
    const looked = await look([unit], sources, () => undefined);
    const context = { clock: clockAt(), seen: {}, cooldown: 0, mirrors: [] };
    const choices = await choose([unit], looked, context, sources);
    return choices.flatMap(({ steps, holds }) => [
      ...steps.map(({ version }) => `step ${version}`),
      ...holds.map(({ version, reason }) => `${reason} ${version}`),
    ]);
  };
  const next = ({ current }: ToolSubject, minors: number): string => {
    const [major = 0, minor = 0] = current.split('.').map(Number);
    return `${major}.${minor + minors}.0`;
  };

  test('raises what a machine can, and leaves major versions of Go packages alone', async () => {
    const kubeconform = named('kubeconform');
    const versions = [kubeconform.current, next(kubeconform, 1), next(kubeconform, 2), '9.0.0'];
    expect(await chosen('kubeconform', versions)).toEqual([`step ${next(kubeconform, 2)}`, 'policy 9.0.0']);
  });

  test('holds a helm that Argo CD does not bring, and an Argo CD that nobody has proven', async () => {
    for (const key of ['helm', 'kustomize', 'argocd', 'etcd', 'kubectl']) {
      const subject = named(key);
      const versions = [subject.current, next(subject, 1), next(subject, 2)];
      expect(await chosen(key, versions)).toEqual([`manual ${next(subject, 2)}`]);
    }
  });
});

describe('what projects publish', () => {
  test('tags mean versions where they are written as the project writes them', () => {
    expect(versionOfTag('v{version}', 'v4.2.1')).toBe('4.2.1');
    expect(versionOfTag('v{version}', 'v4.3.0-rc.1')).toBe('4.3.0-rc.1');
    expect(versionOfTag('kustomize/v{version}', 'kustomize/v5.8.1')).toBe('5.8.1');
    const others = ['4.2.1', 'v', 'vnext', 'api/v0.20.1', 'dev-v3.0', 'kyaml/v5.8.1'];
    expect(others.filter((tag) => versionOfTag('v{version}', tag) !== null)).toEqual([]);
  });

  test('checksums are found in one text for all platforms, and in one for each', () => {
    const [first, second] = ['a'.repeat(64), 'b'.repeat(64)];
    const { entry } = named('kubeconform');
    const text = `${first}  kubeconform-linux-amd64.tar.gz\n${second} *dist/kubeconform-linux-arm64.tar.gz\n`;
    expect(new Set(checksumUrls(entry, '0.9.0').values()).size).toBe(1);
    expect(checksumIn(text, entry, '0.9.0', 'linux-amd64')).toBe(first);
    expect(checksumIn(text, entry, '0.9.0', 'linux-arm64')).toBe(second);
    expect(checksumIn(text, entry, '0.9.0', 'darwin-amd64')).toBeNull();

    const helm = named('helm').entry;
    expect(checksumUrls(helm, '4.3.0').get('darwin-arm64')).toContain('helm-v4.3.0-darwin-arm64.tar.gz.');
    expect(checksumIn(`${first}\n`, helm, '4.3.0', 'darwin-arm64')).toBe(first);
    expect(checksumIn('<html>not found</html>', helm, '4.3.0', 'darwin-arm64')).toBeNull();
    expect(checksumIn(`${first}\n${second}\n`, helm, '4.3.0', 'darwin-arm64')).toBeNull();
  });
});
