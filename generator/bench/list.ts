import { presentFiles } from '../src/edge/disk-files.ts';

/** The generated files of a repository, as JSON. */
process.stdout.write(JSON.stringify(Object.fromEntries(presentFiles(process.argv[2] ?? '.', []))));
