import { join } from 'node:path';
import { obtain } from '../../../src/edge/tools/obtain.ts';
import { temporaryFolder, write } from '../../../testing/folder.ts';
import { tool } from '../../../testing/program.ts';

/** Signs images of a registry on loopback, with real keys and the real Cosign; nothing is sent elsewhere. */
export interface Signing {
  /** Has `<name>.key` and `<name>.pub` of every key. */
  readonly folder: string;
  key(name: string): Promise<void>;
  /** As Cosign 3 signs: a Sigstore bundle that refers to the image. */
  inBundle(key: string, reference: string): Promise<void>;
  /** As Cosign 2 signed: a tag beside the image. */
  inTag(key: string, reference: string): Promise<void>;
  /** States something about the image, which is no signature. */
  attest(key: string, reference: string): Promise<void>;
}

export async function startSigning(): Promise<Signing> {
  const folder = temporaryFolder();
  const cosign = await obtain('cosign', () => undefined);
  const env = { COSIGN_PASSWORD: '', TUF_ROOT: join(folder, 'tuf') };
  const run = async (...args: readonly string[]): Promise<void> => {
    const { code, stderr } = await tool(cosign, args, { cwd: folder, env });
    if (code !== 0) throw new Error(stderr);
  };
  write(folder, { 'statement.json': '{"holes":1}' });
  await run('signing-config', 'create', '--out', 'services.json');
  const services = ['fulcio', 'ctfe', 'rekor', 'tsa'].map((service) => `--no-default-${service}`);
  await run('trusted-root', 'create', ...services, '--out', 'root.json');
  const offline = ['--yes', '--signing-config', 'services.json', '--trusted-root', 'root.json'];
  const before = ['--yes', '--new-bundle-format=false', '--tlog-upload=false', '--use-signing-config=false'];
  const kind = ['--predicate', 'statement.json', '--type', 'https://example.org/scan'];
  return {
    folder,
    key: (name) => run('generate-key-pair', '--output-key-prefix', name),
    inBundle: (key, reference) => run('sign', '--key', `${key}.key`, ...offline, reference),
    inTag: (key, reference) => run('sign', '--key', `${key}.key`, ...before, reference),
    attest: (key, reference) => run('attest', '--key', `${key}.key`, ...offline, ...kind, reference),
  };
}
