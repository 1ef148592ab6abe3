import { db } from './db.ts';
import { meter } from './meter.ts';
import { toolCrds } from './tool-crds.ts';
import { vault } from './vault.ts';
import { web } from './web.ts';

export const apps = [toolCrds, vault, db, web, meter];
