import { chmodSync, existsSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { atTheEnd, run, temporaryFolder, write } from '#testing';
import { pythonPrograms } from './python.ts';

/** What an ObjectStore says under `spec.configuration`, as far as it is read here. */
export interface StoreConfiguration {
  readonly destinationPath: string;
  readonly endpointURL: string;
  readonly data: {
    readonly compression: string;
    readonly immediateCheckpoint: boolean;
    readonly jobs: number;
  };
  readonly wal: { readonly compression: string };
}

export interface Barman {
  /** A base backup of a server, by the folder of its socket; with what else the environment has to say. */
  backup(name: string, environment: Readonly<Record<string, string>>): Promise<void>;
  list(): Promise<readonly { readonly backup_id: string; readonly status: string }[]>;
  /** Deletes what is older than a retention policy of the plugin says, as `7d`. */
  clean(policy: string): Promise<void>;
  restore(backup: string, folder: string): Promise<void>;
  /** Settings of PostgreSQL that archive its WAL. */
  readonly archiving: Readonly<Record<string, string>>;
  /** Settings of PostgreSQL that ask the archive for WAL. */
  readonly restoring: Readonly<Record<string, string>>;
}

/**
 * Barman's programs as the plugin calls them for an ObjectStore: the same options from the same keys, in the order of
 * github.com/cloudnative-pg/barman-cloud at the commit of plugin v0.13.0.
 */
export async function barmanFor(
  { destinationPath, endpointURL, data, wal }: StoreConfiguration,
  server: string,
  environment: Readonly<Record<string, string>>,
): Promise<Barman> {
  const programs = await pythonPrograms('barman', { minimum: 10, maximum: 13 });
  const call = async (program: string, args: readonly string[], more = {}): Promise<string> => {
    const ended = await run(join(programs, program), args, { env: { ...environment, ...more } });
    if (ended?.code !== 0) throw new Error(`${program} ${args.join(' ')}: ${ended?.stderr}${ended?.stdout}`);
    return ended.stdout;
  };
  const provider = ['--cloud-provider', 'aws-s3'];
  const address = ['--endpoint-url', endpointURL, ...provider];
  const where = [destinationPath, server];
  const ask = answering(async (kind, file, path) => {
    if (kind === 'archive')
      await call('barman-cloud-wal-archive', [`--${wal.compression}`, ...address, ...where, path]);
    else await call('barman-cloud-wal-restore', [...address, ...where, file, path]);
  });
  return {
    archiving: {
      wal_level: 'replica',
      archive_mode: 'on',
      archive_command: `'${ask.command} archive %f %p'`,
    },
    restoring: { restore_command: `'${ask.command} restore %f %p'` },
    backup: async (name, more) => {
      const checkpoint = data.immediateCheckpoint ? ['--immediate-checkpoint'] : [];
      const how = [`--${data.compression}`, ...checkpoint, '--jobs', String(data.jobs)];
      const args = ['--user', 'postgres', '--name', name, ...how, ...address, ...where];
      await call('barman-cloud-backup', args, more);
    },
    list: async () => {
      const text = await call('barman-cloud-backup-list', ['--format', 'json', ...address, ...where]);
      return (JSON.parse(text) as { backups_list: { backup_id: string; status: string }[] }).backups_list;
    },
    clean: async (policy) => {
      const units: Readonly<Record<string, string>> = { d: 'DAYS', w: 'WEEKS', m: 'MONTHS' };
      const window = `RECOVERY WINDOW OF ${policy.slice(0, -1)} ${units[policy.slice(-1)]}`;
      await call('barman-cloud-backup-delete', [...address, '--retention-policy', window, ...where]);
    },
    restore: async (backup, folder) => {
      await call('barman-cloud-restore', [
        ...provider,
        '--endpoint-url',
        endpointURL,
        ...where,
        backup,
        folder,
      ]);
    },
  };
}

/**
 * PostgreSQL asks, somebody else does it: as with the operator, whose command asks the container beside it. Here the two
 * may also be different users. The command leaves a file and waits for another one that says how it went.
 */
function answering(answer: (kind: string, file: string, path: string) => Promise<void>): { command: string } {
  const folder = temporaryFolder();
  const command = join(folder, 'ask');
  write(folder, { ask });
  chmodSync(command, 0o755);
  chmodSync(folder, 0o777);
  let ended = false;
  const serve = async (): Promise<void> => {
    // Folders go before whoever uses them is told.
    while (!ended && existsSync(folder)) {
      for (const name of readdirSync(folder).filter((found) => found.endsWith('.asked'))) {
        const [kind = '', file = ''] = name.split('.asked')[0]?.split('~') ?? [];
        const path = join(folder, `${kind}~${file}.wal`);
        const went = await answer(kind, file, join(folder, file)).then(
          () => 'yes',
          () => 'no',
        );
        if (kind === 'restore' && went === 'yes') {
          renameSync(join(folder, file), path);
          chmodSync(path, 0o644);
        }
        renameSync(join(folder, name), join(folder, `${name}.seen`));
        // Whoever waits for the file reads it at once: it comes with its text.
        const said = join(folder, `${kind}~${file}.said`);
        writeFileSync(`${said}.new`, went);
        renameSync(`${said}.new`, said);
      }
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  const served = serve();
  atTheEnd(async () => {
    ended = true;
    await served;
  });
  return { command };
}

const ask = `#!/bin/sh
set -eu
cd "$(dirname "$0")"
kind=$1 file=$2 path=$OLDPWD/$3
if [ "$kind" = archive ]; then cp "$path" "$file"; fi
rm -f "$kind~$file.said"
: > "$kind~$file.asked"
until [ -e "$kind~$file.said" ]; do sleep 0.02; done
[ "$(cat "$kind~$file.said")" = yes ] || exit 1
if [ "$kind" = restore ]; then cp "$kind~$file.wal" "$path"; fi
`;
