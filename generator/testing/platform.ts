import type { App } from '../src/definition/app-reference.ts';
import { sizes } from '../src/definition/size.ts';
import { load } from '../src/edge/load.ts';
import type { AppModel, EnvironmentModel, Model } from '../src/model/model.ts';
import { resolve } from '../src/model/resolve.ts';
import type { Written } from '../src/model/written.ts';
import { orThrow } from '../src/problem/errors.ts';
import { repository } from './program.ts';
import {
  havingRole,
  type SampleKind,
  type SamplePlatform,
  sampleEnvironment,
  sampleKinds,
} from './samples.ts';

/** What a test may say of the platform otherwise: a registry mirror, say, which this one does not have. */
type PlatformChanges = Readonly<Record<string, unknown>>;

/** What a test may say of every sample environment otherwise, or of one kind: apps that it excludes, say. */
type EnvironmentChanges =
  | Readonly<Record<string, unknown>>
  | ((kind: SampleKind) => Readonly<Record<string, unknown>>);

/**
 * The apps of this repository, resolved for sample environments instead of its own. Those without a cloud bring an object
 * store if no app is one, or if `bringStore` says so.
 */
export async function sampleModel(
  changes: PlatformChanges = {},
  environmentChanges: EnvironmentChanges = {},
  { bringStore = false, entrances }: { bringStore?: boolean; entrances?: SamplePlatform['entrances'] } = {},
): Promise<Model> {
  const written = await load(repository);
  const own = written.platform.definition as { argocd: object; buckets?: readonly string[] };
  const platform = {
    argocd: Object.keys(own.argocd)[0] ?? '',
    buckets: own.buckets ?? [],
    identified: identifiedIn(written),
    stores: havingRole(written, 'secretStore'),
    objectStore: !bringStore && havingRole(written, 'objectStore').length > 0,
    gateway: havingRole(written, 'gateway').length > 0,
    unauthenticatedHosts: admittedIn(written),
    ...(entrances && { entrances }),
  };
  const samples: Written = {
    ...written,
    platform: { ...written.platform, definition: { ...own, ...changes } },
    environments: sampleKinds.map((kind) =>
      sampleEnvironment(
        kind,
        platform,
        typeof environmentChanges === 'function' ? environmentChanges(kind) : environmentChanges,
      ),
    ),
  };
  return orThrow(resolve(samples));
}

/** Apps that some environment of this repository gives an identity in its cloud. */
function identifiedIn({ environments }: Written): string[] {
  const names = environments.flatMap(({ environment: { definition } }) => {
    const { cloud } = definition as { cloud?: { identities?: object } };
    return Object.keys(cloud?.identities ?? {});
  });
  return [...new Set(names)].sort();
}

/** Hosts that some environment of this repository lets everybody through to. */
const admittedIn = ({ environments }: Written): string[] => [
  ...new Set(
    environments.flatMap(({ environment: { definition } }) => {
      const { unauthenticatedHosts = [] } = definition as { unauthenticatedHosts?: readonly string[] };
      return unauthenticatedHosts;
    }),
  ),
];

/** One app in one sample environment. */
export interface Sample extends SampleKind {
  /** Name of the environment, as `aws-small`. */
  readonly name: string;
  readonly environment: EnvironmentModel;
  readonly app: AppModel;
}

const model = sampleModel();

/** An app in every sample environment. */
export async function samplesOf({ name }: App): Promise<Sample[]> {
  const { environments } = await model;
  return environments.flatMap((environment) => {
    const app = environment.apps.find((each) => each.name === name);
    const { cloud, size } = environment;
    return app ? [{ name: environment.name, cloud: cloud.kind, size, environment, app }] : [];
  });
}

/** An app in the samples of one cloud, from the smallest to the largest; of one that is on no cloud, all of them. */
export async function bySize(app: App): Promise<Sample[]> {
  const all = await samplesOf(app);
  const [first = 'local'] = all.map(({ cloud }) => cloud);
  const samples = all.filter(({ cloud }) => cloud === first);
  return [...samples].sort((a, b) => sizes.indexOf(a.size) - sizes.indexOf(b.size));
}

/** Another app of the same environment, which must be there. */
export function beside({ environment }: Sample, { name }: App): AppModel {
  const found = environment.apps.find((each) => each.name === name);
  if (found === undefined) throw new Error(`${name} is not in ${environment.name}`);
  return found;
}
