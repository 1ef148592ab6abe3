/** What `apps/` and `environments/` may import, and nothing more. */
export {
  type AppDefinition,
  type ClusterKind,
  defineApp,
  type Network,
  type Runbook,
} from './definition/app.ts';
export type { App } from './definition/app-reference.ts';
export { firstParty, upstream } from './definition/chart.ts';
export type { Cloud, CloudKind } from './definition/cloud.ts';
export type {
  AppContext,
  EnvironmentContext,
  Grant,
  Identity,
  Image,
  ProvidesContext,
  RestoreContext,
  StoredSecret,
} from './definition/context.ts';
export {
  defineEnvironment,
  type Environment,
  type EnvironmentDefinition,
  override,
  type Resizing,
  resize,
} from './definition/environment.ts';
export type { Exposure } from './definition/exposure.ts';
export type { AppName, CompanionValues } from './definition/names.ts';
export {
  type Bucket,
  type BucketAccess,
  type Database,
  database,
  type Endpoint,
  type Host,
  type Kinds,
  kinds,
  type Output,
  type OutputTree,
  type Role,
  role,
  type SecretOutput,
  type SecretStore,
  type Setting,
  setting,
  type Topic,
  topic,
} from './definition/output.ts';
export { definePlatform, type PlatformDefinition } from './definition/platform.ts';
export {
  basicAuth,
  bucketKey,
  generated,
  keyOf,
  opaque,
  provided,
  type SecretDeclaration,
  type SecretReference,
  text,
} from './definition/secret.ts';
export type { AlertsShape as Alerts, Severity } from './definition/shape/alerts-shape.ts';
export {
  type EnvironmentSize,
  type PodSize,
  type SizeRow,
  sameSize,
} from './definition/size.ts';
