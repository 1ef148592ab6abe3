import { enableCompileCache } from 'node:module';
// For whoever does not come by way of npm.
import '../../preflight.cjs';

// Before anything else is loaded, so that everything else is kept compiled from one run to the next.
enableCompileCache();
const { provideGenerator } = await import('../edge/load-module.ts');
provideGenerator();
const { runProgram } = await import('./run.ts');
process.exitCode = await runProgram(process.argv.slice(2), process);
