import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { presentFiles } from '../src/edge/disk-files.ts';

/** Deletes the generated files of a repository. */
const root = process.argv[2] ?? '.';
for (const path of presentFiles(root, []).keys()) rmSync(join(root, path));
