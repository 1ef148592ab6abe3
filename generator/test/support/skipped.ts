import type { Reporter, TestCase } from 'vitest/node';

/** Says last what was not tried, so that a green run hides nothing. */
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
        `Skipped, for charts or descriptions of others that could not be had here (verify names the charts):\n${lines.join('\n')}\n`,
      );
    });
  }
}
