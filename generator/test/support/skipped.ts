import type { Reporter, TestCase } from 'vitest/node';

/** Reports at the end what was skipped, so that a green run hides nothing. */
export class Skipped implements Reporter {
  readonly #skipped = new Map<string, number>();

  onTestCaseResult(test: TestCase): void {
    if (test.result().state !== 'skipped') return;
    const file = test.module.relativeModuleId;
    this.#skipped.set(file, (this.#skipped.get(file) ?? 0) + 1);
  }

  onTestRunEnd(): void {
    if (this.#skipped.size === 0) return;
    const lines = [...this.#skipped].sort().map(([file, count]) => `  ${count} of ${file}`);
    process.on('exit', () => {
      process.stderr.write(
        `Skipped, because third-party charts or schemas are not available here (npm run verify names them):\n${lines.join('\n')}\n`,
      );
    });
  }
}
