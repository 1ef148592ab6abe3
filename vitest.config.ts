import { defineConfig } from 'vitest/config';
import { testConfig } from './generator/vitest.ts';

export default defineConfig(testConfig);
