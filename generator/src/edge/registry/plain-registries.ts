import { homedir } from 'node:os';
import { join } from 'node:path';
import { textAt } from '../read-files.ts';

/** Registries that the settings of Docker or of Podman say are to be asked without TLS. */
export function plainRegistries(
  environment: Readonly<Record<string, string | undefined>>,
): ReadonlySet<string> {
  const home = environment.HOME ?? homedir();
  const config = environment.XDG_CONFIG_HOME ?? join(home, '.config');
  const containers = environment.CONTAINERS_REGISTRIES_CONF;
  return new Set([
    ...['/etc/docker/daemon.json', join(config, 'docker/daemon.json')].flatMap((file) =>
      dockerPlain(readable(file)),
    ),
    ...(containers === undefined
      ? ['/etc/containers/registries.conf', join(config, 'containers/registries.conf')]
      : [containers]
    ).flatMap((file) => containersPlain(readable(file))),
  ]);
}

/** Whoever may not read the settings of the machine goes by their own. */
function readable(file: string): string {
  try {
    return textAt(file) ?? '';
  } catch {
    return '';
  }
}

/** `insecure-registries` of the daemon. Ranges of addresses there are not looked at. */
export function dockerPlain(text: string): string[] {
  try {
    const found = (JSON.parse(text) as { 'insecure-registries'?: unknown })['insecure-registries'];
    return Array.isArray(found) ? found.filter((name) => typeof name === 'string') : [];
  } catch {
    return [];
  }
}

/** Tables `[[registry]]` with `insecure = true`: as much of TOML as that takes. */
export function containersPlain(text: string): string[] {
  return text
    .split(/^\s*\[\[registry\]\]\s*(?:#.*)?$/m)
    .slice(1)
    .map((table) => table.split(/^\s*\[/m, 1)[0] ?? '')
    .filter((table) => /^\s*insecure\s*=\s*true\b/m.test(table))
    .flatMap((table) => table.match(/^\s*(?:location|prefix)\s*=\s*["']([^"'/]+)/m)?.[1] ?? []);
}
