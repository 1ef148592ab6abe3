import { every, matches, type TextFormat } from './text-format.ts';

/*
 * Versions: Semantic Versioning 2.0.0, with the `v` in front that Helm permits. Helm and Argo CD take everything else
 * in the place of a chart's version for a range (`github.com/Masterminds/semver`, `1.2` means any 1.2.x).
 */

const number = '(0|[1-9]\\d*)';
const identifier = '(0|[1-9]\\d*|\\d*[A-Za-z-][0-9A-Za-z-]*)';
const semantic = new RegExp(
  `^v?${number}\\.${number}\\.${number}(-${identifier}(\\.${identifier})*)?(\\+[0-9A-Za-z-]+(\\.[0-9A-Za-z-]+)*)?$`,
);

/** One version of a chart and no other. */
export const exactVersion: TextFormat = matches(
  semantic,
  'must be one exact version, as in 1.2.3: anything else is a range, and moves',
);

/** What Helm takes for the version of a chart that lies beside it. */
export const ownVersion: TextFormat = matches(
  /^v?\d+(\.\d+){0,2}(-[0-9A-Za-z.-]+)?(\+[0-9A-Za-z.-]+)?$/,
  'must be a version, as in 1.2.3',
);

/** A minor version of Kubernetes. */
export const kubernetesMinor: TextFormat = every(
  matches(/^1\.(0|[1-9]\d*)$/, "must be a minor version of Kubernetes in quotes, as in '1.34'"),
);
