export const indexTypes = [
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
];

/** What we take for a manifest, indexes first: a digest of an index is good on every platform. */
export const manifestTypes = [
  ...indexTypes,
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.docker.distribution.manifest.v2+json',
];

export const imageConfigTypes = [
  'application/vnd.oci.image.config.v1+json',
  'application/vnd.docker.container.image.v1+json',
];

/** Docker's first format, which registries convert to and whose digests say little. Docker takes it no longer. */
export const schemaOne = {
  types: [
    'application/vnd.docker.distribution.manifest.v1+json',
    'application/vnd.docker.distribution.manifest.v1+prettyjws',
  ],
  words: "schema 1, Docker's first format, which Docker and Kubernetes do not run any more",
};
