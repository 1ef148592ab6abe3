import { readFileSync, writeFileSync } from 'node:fs';
import { clockAt } from '../../src/edge/clock.ts';
import { diskRepository } from '../../src/edge/disk-repository.ts';
import { githubForge } from '../../src/edge/github/github-forge.ts';
import { provideGenerator } from '../../src/edge/load-module.ts';
import { registrySources } from '../../src/edge/registry/registry-sources.ts';
import { upgradeTools } from '../../src/edge/upgrade/real-upgrade-tools.ts';
import { parseSeen, seenText } from '../../src/upgrade/seen/seen-file.ts';
import { upgrade } from '../../src/upgrade.ts';

/** A run of all of it in a process of its own, since git waits for its server. */
interface WholeRun {
  readonly root: string;
  readonly apiUrl: string;
  readonly token: string;
  /** Seconds since 1970. */
  readonly now: number;
}

/** Upgrades with everything real but the render before and after, which asks nobody outside. */
async function upgradeAll({ root, apiUrl, token, now }: WholeRun): Promise<string[]> {
  const said: string[] = [];
  const progress = (line: string): void => void said.push(line);
  const tools = upgradeTools({
    root,
    branch: 'main',
    sources: registrySources({ root, progress, now: () => now * 1000 }),
    effect: async (workspace) => {
      await workspace.generate();
      if (workspace.changed().length === 0) return { kind: 'nothing' };
      return { kind: 'changed', environments: [], settings: '', charts: {}, findings: [] };
    },
    seen: { parse: parseSeen, format: seenText },
    forge: githubForge({
      apiUrl,
      owner: 'acme',
      repo: 'platform',
      credentials: { kind: 'token', token },
      report: progress,
      retries: 0,
    }),
    clock: clockAt(now),
    progress,
  });
  const { failures, holds } = await upgrade({ only: [], dryRun: false }, { ...tools, open: diskRepository });
  return [...failures, ...holds.map(({ subject, reason, detail }) => `${subject.key}: ${reason}: ${detail}`)];
}

if (import.meta.main) {
  provideGenerator();
  const [, , file = ''] = process.argv;
  const said = await upgradeAll(JSON.parse(readFileSync(file, 'utf8')) as WholeRun);
  writeFileSync(`${file}.said`, JSON.stringify(said));
}
