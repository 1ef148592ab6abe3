import { dashboard } from './dashboard.ts';
import { db } from './db.ts';
import { engine } from './engine.ts';
import { engineCrds } from './engine-crds.ts';
import { toolCrds } from './tool-crds.ts';
import { vault } from './vault.ts';

export const apps = [engineCrds, toolCrds, vault, engine, db, dashboard];
