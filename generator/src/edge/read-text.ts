import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ExternalError, ProblemsError } from '../problem/errors.ts';
import { problem } from '../problem/problem.ts';

/** More than any file that a person writes, and less than what would not fit into memory. */
const largest = 50_000_000;

/** A text file of the repository. What is there and no text in UTF-8 is a mistake; what may not be read is not. */
export function readText(root: string, file: string): string {
  const path = join(root, file);
  try {
    const status = statSync(path);
    // Reading anything else, as a named pipe, could wait for ever.
    if (!status.isFile()) throw wrong(file, `it is ${status.isDirectory() ? 'a folder' : 'no regular file'}`);
    if (status.size > largest) throw wrong(file, `it has ${status.size} bytes, more than anybody wrote`);
    return decoded(file, readFileSync(path));
  } catch (error) {
    if (error instanceof ProblemsError) throw error;
    const message = `cannot read ${file}: ${(error as Error).message}`;
    throw new ExternalError(file, message, 'may you read it?', { cause: error });
  }
}

function decoded(file: string, bytes: Buffer): string {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    // What git made of the line ends in this working tree is not what the repository has.
    return text.replaceAll('\r\n', '\n');
  } catch {
    throw wrong(file, 'it is no text in UTF-8');
  }
}

const wrong = (file: string, message: string): ProblemsError =>
  new ProblemsError([problem('bad-yaml', { file }, message, 'save it as a text file in UTF-8')]);
