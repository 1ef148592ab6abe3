/**
 * The names that a repository declares, as types. `generate` writes `schemas/names.gen.ts`, which fills this
 * interface; until it has, every name is just a string and only the run-time checks speak.
 */
declare global {
  interface DeclaredNames {}
}

type Declared<Key extends string, Otherwise> =
  DeclaredNames extends Record<Key, infer Names> ? Names : Otherwise;

export type AppName = Declared<'app', string>;
export type EnvironmentName = Declared<'environment', string>;
export type ImageName = Declared<'image', string>;
export type BucketName = Declared<'bucket', string>;
/** First-party charts by name, each with the type of its values. */
export type FirstPartyValues = Declared<'firstParty', Record<string, Record<string, unknown>>>;
/** Third-party charts by their key in `charts/upstream.yaml`, each with the type of its values. */
export type UpstreamValues = Declared<'upstream', Record<string, Record<string, unknown>>>;
/** The values of the companion chart. */
export type CompanionValues = Declared<'companion', Record<string, unknown>>;
/** What each app provides, for those who know it by name only. */
export type OutputsByName = Declared<'outputs', Record<string, OutputTreeShape>>;

/** Structural twin of `OutputTree`, so that this file imports nothing. */
interface OutputTreeShape {
  readonly [name: string]: { readonly kind: string } | OutputTreeShape;
}
