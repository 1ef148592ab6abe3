import { db } from './db.ts';
import { vault } from './vault.ts';
import { web } from './web.ts';

// import { meter } from './meter.ts';

export const apps = [vault, db, web];
