import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The least that any generator must do: write the same bytes to the same paths. */
const [from = '', to = ''] = process.argv.slice(2);
const files = JSON.parse(readFileSync(from, 'utf8')) as Record<string, string>;
for (const [path, text] of Object.entries(files)) {
  mkdirSync(dirname(join(to, path)), { recursive: true });
  writeFileSync(join(to, path), text);
}
