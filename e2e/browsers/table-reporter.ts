import type { Reporter, TestCase, TestModule } from 'vitest/node';

const MARKS = { passed: '✓', failed: '✗', skipped: '–', pending: '?' };

/** Prints lab × engine × step. */
export default class TableReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const rows = new Map<string, Map<string, TestCase>>();
    for (const module of modules) {
      for (const test of module.children.allTests()) {
        const [engine = '', lab = ''] = test.fullName.split(' > ');
        const key = `${lab.padEnd(32)}${engine.padEnd(10)}`;
        const row = rows.get(key) ?? new Map<string, TestCase>();
        rows.set(key, row.set(test.name, test));
      }
    }
    const [first] = rows.values();
    const steps = [...(first?.keys() ?? [])];
    console.log(
      `\n${'lab'.padEnd(32)}${'engine'.padEnd(10)}` +
        steps.map((step) => step.padEnd(8)).join(''),
    );
    for (const [key, row] of [...rows].sort(([a], [b]) => (a < b ? -1 : 1))) {
      const cells = steps.map((step) => {
        const state = row.get(step)?.result().state ?? 'pending';
        return MARKS[state].padEnd(8);
      });
      console.log(key + cells.join(''));
    }
  }
}
