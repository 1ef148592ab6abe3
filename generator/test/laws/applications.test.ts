import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import type { AppModel } from '../../src/model/model.ts';
import { appsOf, repositoryOf, sketches } from '../support/arbitrary.ts';
import { modelOf, treeOf } from '../support/tree.ts';

interface Application {
  readonly metadata: {
    readonly annotations: Readonly<Record<string, string>>;
    readonly finalizers?: readonly string[];
  };
  readonly spec: {
    readonly syncPolicy: { readonly syncOptions: readonly string[] };
    readonly source?: Source;
    readonly sources?: readonly Source[];
  };
}

interface Source {
  readonly path?: string;
  readonly ref?: string;
  readonly helm?: { readonly releaseName?: string };
}

/** Holds for the Application of every app in every environment of whatever repository. */
function holds(law: (application: Application, app: AppModel) => void): void {
  fc.assert(
    fc.property(sketches, (all) => {
      const repository = repositoryOf(appsOf(all));
      const tree = treeOf(repository);
      for (const { name, apps } of modelOf(repository).environments)
        for (const app of apps) {
          const file = `environments/${name}/generated/candidate/applications/${app.name}.yaml`;
          law(parse(tree.get(file) ?? '') as Application, app);
        }
    }),
    { numRuns: 20 },
  );
}

test('the server applies, which takes objects of any size', () => {
  holds(({ spec }) => expect(spec.syncPolicy.syncOptions).toContain('ServerSideApply=true'));
});

test('an app is one chart under its own name: nothing is nested, and no value is lost on the way', () => {
  holds(({ spec: { source, sources = [] } }, app) => {
    const [own, ...others] = source ? [source] : sources.filter(({ ref }) => ref === undefined);
    expect(own?.helm?.releaseName).toBe(app.name);
    expect(others.map(({ path }) => path)).toEqual([]);
  });
});

test('CRDs and data stay when their Application is deleted, and namespaces in any case', () => {
  holds(({ metadata, spec }, { keepsData, layer }) => {
    expect(spec.syncPolicy.syncOptions.includes('CreateNamespace=true')).toBe(layer !== 'crds');
    const gated = layer !== 'operations';
    expect(metadata.finalizers?.length ?? 0).toBe(!gated || keepsData || layer === 'crds' ? 0 : 1);
    expect(metadata.annotations['argocd.argoproj.io/sync-options']).toBe(
      // The set that makes the others deletes none.
      gated ? 'Prune=false,Delete=confirm' : undefined,
    );
  });
});
