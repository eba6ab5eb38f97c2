import { writeFileSync } from 'node:fs';
import type { Reporter, TestCase, TestResult } from '@playwright/test/reporter';

/** Writes how many tests passed, and which failed, for the closing lines. */
export default class CountReporter implements Reporter {
  private readonly counts = { passed: 0, failed: 0, skipped: 0 };
  private readonly failures: string[] = [];

  onTestEnd(test: TestCase, result: TestResult): void {
    if (result.status === 'skipped') {
      this.counts.skipped += 1;
    } else if (test.ok()) {
      this.counts.passed += 1;
    } else {
      this.counts.failed += 1;
      const name = test.titlePath().filter(Boolean).join(' › ');
      const message = result.error?.message ?? `ended as ${result.status}`;
      this.failures.push(`${name}\n${message}`);
    }
  }

  onEnd(): void {
    const file = process.env['COUNTS_FILE'];
    if (file) {
      writeFileSync(
        file,
        JSON.stringify({ ...this.counts, failures: this.failures }),
      );
    }
  }
}
