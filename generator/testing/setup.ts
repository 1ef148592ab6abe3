import { afterAll } from 'vitest';
import { endAll } from './ending.ts';

// Read anew for every file of tests, unlike what the files import: those of one worker share it.
afterAll(endAll);
