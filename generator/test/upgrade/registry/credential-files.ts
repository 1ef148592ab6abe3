import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder, write } from '../../../testing/folder.ts';

/** A folder for `DOCKER_CONFIG` with this `config.json`. */
export function dockerConfig(config: object): string {
  const folder = temporaryFolder();
  write(folder, { 'config.json': JSON.stringify(config) });
  return folder;
}

/** `auth` of a credential file. */
export const authOf = ({ user, password }: { user: string; password: string }): string =>
  Buffer.from(`${user}:${password}`).toString('base64');

/**
 * A folder for `PATH` with `docker-credential-<name>`, which answers with this credential for this server and says, as
 * Docker's own do, that it knows no other. What it was asked is in the file `asked` there, a line each.
 */
export function credentialHelper(
  name: string,
  server: string,
  { user, password }: { user: string; password: string },
): string {
  const folder = temporaryFolder();
  const program = join(folder, `docker-credential-${name}`);
  const found = JSON.stringify({ ServerURL: server, Username: user, Secret: password });
  write(folder, {
    [`docker-credential-${name}`]: [
      '#!/bin/sh',
      'server=$(cat)',
      `echo "$1 $server" >> ${folder}/asked`,
      `if [ "$server" = "${server}" ]; then echo '${found}'; else echo 'credentials not found in native keychain'; exit 1; fi`,
      '',
    ].join('\n'),
  });
  chmodSync(program, 0o755);
  return folder;
}
