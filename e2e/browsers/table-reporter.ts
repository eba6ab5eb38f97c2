import type { Reporter, TestCase, TestModule } from 'vitest/node';

/** Prints lab × engine: the seconds of all steps, or the step that failed. */
export default class TableReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const engines = new Set<string>();
    const rows = new Map<string, Map<string, TestCase[]>>();
    for (const module of modules) {
      for (const test of module.children.allTests()) {
        const [engine = '', lab = ''] = test.fullName.split(' > ');
        engines.add(engine);
        const row = rows.get(lab) ?? new Map<string, TestCase[]>();
        rows.set(lab, row.set(engine, [...(row.get(engine) ?? []), test]));
      }
    }
    const line = (lab: string, cells: string[]) =>
      console.log(
        lab.padEnd(32) + cells.map((cell) => cell.padStart(12)).join(''),
      );
    console.log();
    line('lab', [...engines]);
    for (const [lab, row] of rows) {
      line(
        lab,
        [...engines].map((engine) => cell(row.get(engine) ?? [])),
      );
    }
  }
}

function cell(tests: readonly TestCase[]): string {
  const failed = tests.find((test) => test.result().state === 'failed');
  if (failed !== undefined) {
    return `✗ ${failed.name}`;
  }
  if (!tests.every((test) => test.result().state === 'passed')) {
    return '–';
  }
  const ms = tests.map((test) => test.diagnostic()?.duration ?? 0);
  return `${(ms.reduce((sum, one) => sum + one, 0) / 1000).toFixed(1)} s`;
}
