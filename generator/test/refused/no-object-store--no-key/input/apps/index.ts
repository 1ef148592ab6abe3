import { db } from './db.ts';
import { files } from './files.ts';
import { meter } from './meter.ts';
import { vault } from './vault.ts';
import { web } from './web.ts';

export const apps = [vault, db, files, web, meter];
