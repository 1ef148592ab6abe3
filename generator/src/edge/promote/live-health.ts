import type { EnvironmentModel } from '../../model/model.ts';
import { ExternalError } from '../../problem/errors.ts';
import type { UnhealthyApps } from '../../promote/plan/request.ts';
import { run } from '../process.ts';

interface Live {
  readonly metadata: { readonly labels?: Readonly<Record<string, string>> };
  readonly status?: {
    readonly health?: { readonly status?: string };
    readonly sync?: { readonly status?: string };
  };
}

/** Asks an Argo CD by kubectl which Applications of an environment are not well. */
export async function unhealthyIn(
  environment: EnvironmentModel,
  labelDomain: string,
  context: string,
): Promise<UnhealthyApps> {
  const selector = `${labelDomain}/environment=${environment.name},${labelDomain}/app`;
  const args = ['--context', context, '--namespace', environment.argocdNamespace];
  const ended = await run('kubectl', [
    ...args,
    'get',
    'applications.argoproj.io',
    '-l',
    selector,
    '-o',
    'json',
  ]);
  if (ended?.code !== 0) {
    const said = ended === null ? 'it is not installed' : ended.stderr.trim();
    const hint = 'leave --live out to promote without asking for health';
    throw new ExternalError(
      'kubectl',
      `kubectl cannot tell the health of ${environment.name}: ${said}`,
      hint,
      { retry: true },
    );
  }
  const items = itemsIn(ended.stdout);
  const unhealthy = items.flatMap(({ metadata, status }): [string, string][] => {
    const [health, sync] = [status?.health?.status ?? 'Unknown', status?.sync?.status ?? 'Unknown'];
    const well = health === 'Healthy' && sync === 'Synced';
    return well ? [] : [[metadata.labels?.[`${labelDomain}/app`] ?? '', `it is ${health} and ${sync}`]];
  });
  return Object.fromEntries(unhealthy);
}

function itemsIn(stdout: string): readonly Live[] {
  try {
    const { items } = JSON.parse(stdout) as { readonly items?: readonly Live[] };
    if (items) return items;
  } catch {
    // What is no JSON is no list either.
  }
  const message = `kubectl gave no list of Applications: ${stdout.slice(0, 200)}`;
  throw new ExternalError(
    'kubectl',
    message,
    'is it the real one? kubectl get applications.argoproj.io -o json',
  );
}
