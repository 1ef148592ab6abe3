import { type Check, finding } from './check.ts';

/**
 * Definitions of custom kinds come in the first layer and are never deleted: an app of another layer that brought its
 * own would take every object of the kind along when it goes.
 */
export const definitionsComeFirst: Check = (rendered) =>
  rendered.app.layer === 'crds'
    ? []
    : rendered.manifests
        .filter(({ group, kind }) => group === 'apiextensions.k8s.io' && kind === 'CustomResourceDefinition')
        .map((manifest) =>
          finding(
            'stray-definition',
            rendered,
            manifest,
            'is a CRD outside the layer crds',
            'switch it off in the values, and bring it with an app of the layer crds',
          ),
        );
