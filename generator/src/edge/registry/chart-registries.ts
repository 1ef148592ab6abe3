import { exactVersion } from '../../definition/format/version.ts';
import type { SourceAnswer } from '../../upgrade/sources.ts';
import type { ChartSubject } from '../../upgrade/subject.ts';
import type { ChartVersions } from './chart-repositories.ts';
import { timeOf } from './helm-index.ts';

/** What is read of a registry, in terms of the OCI distribution API; JSON is parsed. */
export interface RegistryReading {
  tags(repository: string): Promise<SourceAnswer<readonly string[]>>;
  /** By tag or digest. */
  manifest(repository: string, reference: string): Promise<SourceAnswer<unknown>>;
  blob(repository: string, digest: string): Promise<SourceAnswer<unknown>>;
}

const configType = 'application/vnd.cncf.helm.config.v1+json';

interface ChartManifest {
  readonly config?: { readonly mediaType?: string; readonly digest?: string };
  readonly annotations?: Readonly<Record<string, string>>;
}

interface ChartConfig {
  readonly version?: string;
  readonly appVersion?: string | number | null;
  readonly deprecated?: boolean;
}

/** Charts of OCI registries. A tag cannot hold a `+`, so Helm writes `_` there; no version has one of its own. */
export function chartRegistries(registry: RegistryReading): ChartVersions {
  return {
    charts: async (subject) => {
      const answer = await registry.tags(placeOf(subject));
      if (answer.kind !== 'found') return answer;
      const versions = answer.value.map((tag) => tag.replaceAll('_', '+'));
      const value = versions
        .filter((version) => exactVersion(version) === null)
        .map((version) => ({ version, appVersion: null, created: null, deprecated: false }));
      return { kind: 'found', value };
    },
    chart: async (subject, version) => {
      const place = placeOf(subject);
      const named = `${place} ${version}`;
      const manifest = await registry.manifest(place, version.replaceAll('+', '_'));
      if (manifest.kind !== 'found') return manifest;
      const { config, annotations } = (manifest.value ?? {}) as ChartManifest;
      if (config?.mediaType !== configType || config.digest === undefined)
        return { kind: 'failed', why: `${named} is no Helm chart` };
      const blob = await registry.blob(place, config.digest);
      if (blob.kind !== 'found') return blob;
      const { version: own, appVersion = null, deprecated = false } = (blob.value ?? {}) as ChartConfig;
      if (own !== version) return { kind: 'failed', why: `${named} holds version ${own} of the chart` };
      const release = {
        version,
        appVersion: appVersion === null || appVersion === '' ? null : String(appVersion),
        created: timeOf(annotations?.['org.opencontainers.image.created']),
        deprecated,
      };
      return { kind: 'found', value: release };
    },
  };
}

const placeOf = ({ repository, chart }: ChartSubject): string => `${repository}/${chart}`;
