import { db } from './db.ts';
import { web } from './web.ts';

export const apps = [db, web];
