import { cache } from './cache.ts';

export const answers = cache('answers');
