import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const folder = process.env.ARGOCD_PROOF;

/** Keeps what a run has shown, where somebody asked for it. */
export function artefact(name: string, text: string): void {
  if (folder === undefined) return;
  const file = join(folder, name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
