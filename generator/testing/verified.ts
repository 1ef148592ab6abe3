import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { candidatesOf } from '../src/candidates/candidates.ts';
import { schemaLocations } from '../src/cli/schema-locations.ts';
import { obtain } from '../src/edge/tools/obtain.ts';
import { realPrograms } from '../src/edge/verify/real-programs.ts';
import { emit } from '../src/emit/emit.ts';
import type { Model } from '../src/model/model.ts';
import { orThrow } from '../src/problem/errors.ts';
import { runningIn } from '../src/running/state.ts';
import { paths } from '../src/tree/paths.ts';
import type { Folders } from '../src/verify/rendered.ts';
import { type Verification, verify } from '../src/verify/verify.ts';
import { temporaryFolder, write } from './folder.ts';
import { repository } from './program.ts';

/** Writes the tree of a model that lies in no repository to a folder, and says where `verify` finds what. */
export function writtenTree(model: Model, folder: string): Folders {
  const states = orThrow(runningIn(candidatesOf(model), model, { candidates: () => [] }));
  write(folder, Object.fromEntries(emit(model, states, { gate: 'return {}', types: new Map() })));
  return {
    // What is generated lies there, and everything else where it always does.
    chart: (path) => join(existsSync(join(folder, path)) ? folder : repository, path),
    values: (app, environment, which) => join(folder, paths.values(app, environment)[which]),
  };
}

/** What `verify` says of a model that lies in no repository. */
export async function verified(model: Model): Promise<Verification> {
  const folders = writtenTree(model, temporaryFolder());
  const programs = realPrograms({
    helm: await obtain('helm', () => undefined),
    kubeconform: await obtain('kubeconform', () => undefined),
    glua: await obtain('glua', () => undefined),
    charts: process.env.VERIFY_CHARTS || null,
    schemaLocations: schemaLocations(process.env.VERIFY_SCHEMA_LOCATION || null),
    progress: () => undefined,
  });
  return verify(model, model.environments, folders, programs);
}
