import type { App } from '../src/definition/app-reference.ts';
import { sizes } from '../src/definition/size.ts';
import { load } from '../src/edge/load.ts';
import { openHosts } from '../src/model/check-hosts.ts';
import type { AppModel, EnvironmentModel, Model } from '../src/model/model.ts';
import { resolve } from '../src/model/resolve.ts';
import type { Written } from '../src/model/written.ts';
import { orThrow } from '../src/problem/errors.ts';
import { onFirstUse } from './on-first-use.ts';
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
  const platform = { ...platformFor(written), ...(entrances && { entrances }) };
  const objectStore = platform.objectStore && !bringStore;
  return resolved(written, { ...platform, objectStore }, changes, environmentChanges);
}

function resolved(
  written: Written,
  platform: SamplePlatform,
  changes: PlatformChanges,
  environmentChanges: EnvironmentChanges,
): Model {
  const own = written.platform.definition as object;
  return orThrow(
    resolve({
      ...written,
      platform: { ...written.platform, definition: { ...own, ...changes } },
      environments: sampleKinds.map((kind) =>
        sampleEnvironment(
          kind,
          platform,
          typeof environmentChanges === 'function' ? environmentChanges(kind) : environmentChanges,
        ),
      ),
    }),
  );
}

let known: SamplePlatform | undefined;

/** What samples of this repository have to say; found out once. */
function platformFor(written: Written): SamplePlatform {
  known ??= findPlatform(written);
  return known;
}

/**
 * Which identities the apps need, and which hosts they leave open, their values tell. So they are resolved first where
 * nobody has an identity or can be reached, whatever the environments of this repository say of either.
 */
function findPlatform(written: Written): SamplePlatform {
  const own = written.platform.definition as { argocd: object; buckets?: readonly string[] };
  const platform: SamplePlatform = {
    argocd: Object.keys(own.argocd)[0] ?? '',
    buckets: own.buckets ?? [],
    identified: [],
    stores: havingRole(written, 'secretStore'),
    objectStore: havingRole(written, 'objectStore').length > 0,
    gateway: havingRole(written, 'gateway').length > 0,
    unauthenticatedHosts: [],
  };
  const { environments } = resolved(written, platform, {}, { sample: true, exposure: 'none' });
  const readers = environments.flatMap(({ apps }) =>
    apps.filter(({ buckets }) => Object.keys(buckets).length > 0).map(({ name }) => name),
  );
  return {
    ...platform,
    identified: [...new Set([...readers, ...platform.stores, ...identifiedIn(written)])].sort(),
    unauthenticatedHosts: [...new Set(environments.flatMap(openHosts))].sort(),
  };
}

/** Apps that some environment of this repository gives an identity in its cloud. */
const identifiedIn = ({ environments }: Written): string[] =>
  environments.flatMap(({ environment: { definition } }) => {
    const { cloud } = definition as { cloud?: { identities?: object } };
    return Object.keys(cloud?.identities ?? {});
  });

/** One app in one sample environment. */
export interface Sample extends SampleKind {
  /** Name of the environment, as `aws-small`. */
  readonly name: string;
  readonly environment: EnvironmentModel;
  readonly app: AppModel;
}

const unchanged = onFirstUse(() => sampleModel());

/** An app in every sample environment. */
export async function samplesOf({ name }: App): Promise<Sample[]> {
  const { environments } = await unchanged();
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
