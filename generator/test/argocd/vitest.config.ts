import { defineConfig } from 'vitest/config';
export default defineConfig({ test: { root: new URL('../../..', import.meta.url).pathname, include: ['generator/test/argocd/*.test.ts'], testTimeout: 900000, hookTimeout: 900000 } });
