import type { App } from '#generator';
import { storefront } from './apis/storefront.ts';
import { invoices } from './operations/invoices.ts';
import { cache } from './stores/cache.ts';

/** Every app of the platform, in the order of the layers and then of the alphabet. */
export const apps: readonly App[] = [cache, storefront, invoices];
