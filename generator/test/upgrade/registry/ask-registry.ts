import { type RegistrySources, registrySources } from '../../../src/edge/registry/registry-sources.ts';
import type { WebSettings } from '../../../src/edge/web/web.ts';
import { temporaryFolder } from '../../../testing/folder.ts';

export interface AskingRun extends RegistrySources {
  /** What a person was told. */
  readonly told: string[];
  /** Milliseconds of each wait; none of them was waited for. */
  readonly waits: number[];
}

interface AskingOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly anew?: boolean;
  readonly now?: () => number;
  readonly web?: Partial<WebSettings>;
}

/** Our own client as a run has it, with no credentials of this machine. What it keeps lies in `GITOPS_CACHE`. */
export function askingRun({
  env = {},
  anew = true,
  now = Date.now,
  web = {},
}: AskingOptions = {}): AskingRun {
  const told: string[] = [];
  const waits: number[] = [];
  const home = temporaryFolder();
  const sources = registrySources({
    root: home,
    progress: (line) => void told.push(line),
    anew,
    now,
    environment: { PATH: process.env.PATH ?? '', HOME: home, ...env },
    web: { sleep: async (milliseconds) => void waits.push(milliseconds), ...web },
  });
  return { ...sources, told, waits };
}
