import type { Reporter, TestCase, TestResult } from '@playwright/test/reporter';
import type { Outcome } from '../e2e/hostile/attack.ts';

interface Row {
  family: string;
  outcomes: Outcome[];
}

const HEAD = ['family', 'tried', 'survived', 'requests', 'storage', 'stall ms'];

/** Prints what became of the hostile programs, if any were run. */
export default class HostileReporter implements Reporter {
  private rows: Row[] = [];

  onTestEnd(_test: TestCase, result: TestResult): void {
    for (const { type, description } of result.annotations) {
      if (type === 'hostile' && description !== undefined) {
        this.rows.push(JSON.parse(description));
      }
    }
  }

  onEnd(): void {
    if (this.rows.length === 0) {
      return;
    }
    const all = this.rows.flatMap(({ outcomes }) => outcomes);
    const lines = [
      HEAD,
      ...this.rows.map(({ family, outcomes }) => cells(family, outcomes)),
      cells('all', all),
    ];
    console.log('\nHostile programs: tried, survived, requests that left,');
    console.log('storage changed, longest time the page was busy\n');
    for (const [first = '', ...rest] of lines) {
      console.log(
        `  ${first.padEnd(10)}${rest.map((cell) => cell.padStart(10)).join('')}`,
      );
    }
    for (const { program, problems } of all) {
      for (const problem of problems) {
        console.log(`  ${program}: ${problem}`);
      }
    }
  }
}

function cells(name: string, outcomes: readonly Outcome[]): string[] {
  const sum = (count: (outcome: Outcome) => number) =>
    String(outcomes.reduce((total, outcome) => total + count(outcome), 0));
  return [
    name,
    String(outcomes.length),
    sum(({ problems }) => (problems.length === 0 ? 1 : 0)),
    sum(({ requests }) => requests),
    sum(({ storageChanges }) => storageChanges),
    String(
      Math.round(
        Math.max(0, ...outcomes.map(({ longestStallMs }) => longestStallMs)),
      ),
    ),
  ];
}
