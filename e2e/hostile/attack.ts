import type { Program } from './program.ts';
import type { Tab } from './tab.ts';
import { watch } from './watch.ts';

export interface Outcome {
  program: string;
  /** What did not hold, a sentence each. */
  problems: string[];
  requests: number;
  storageChanges: number;
  /** The longest time the page's thread was busy meanwhile (ms). */
  longestStallMs: number;
  durationMs: number;
}

const MAIN = 'main.ts';
const TESTS = 'k-means.test.ts';
/** A worker has 10 s to start, a program 5 s; and the machine may be slow. */
const PATIENCE_MS = 20_000;
/** A page that takes longer for a key feels stuck. */
export const ANSWER_MS = 100;

/**
 * Lets a reader's page suffer one program after the other, and says what did
 * not hold. That a run works again is shown by the program that follows; after
 * those that leave no mark of their own an honest one follows at once.
 */
export async function createAttacker(tab: Tab, addresses: Addresses) {
  const watcher = watch(tab, addresses.count);
  let before = await watcher.snapshot();
  let round = 0;
  let honest = 0;
  let openFile = '';

  async function write(file: string, text: string): Promise<void> {
    if (openFile !== file) {
      await tab.openFile(file);
      openFile = file;
    }
    await tab.write(text);
    if (file === MAIN) {
      await tab.press('console');
    }
  }

  async function honestRun(): Promise<string[]> {
    honest += 1;
    await write(MAIN, `console.log('alive ${honest} again');\n`);
    // The worker prepared for this run may be one more that was taken over.
    await tab.press('run');
    return watcher.waitFor(
      [new RegExp(`alive ${honest} again`)],
      'ready',
      PATIENCE_MS,
    );
  }

  /** Loads what the page needs for its first tests. */
  async function honestTests(): Promise<string[]> {
    await tab.press('runTests');
    const problems = await watcher.waitFor([], 'passed', PATIENCE_MS);
    before = await watcher.snapshot();
    return problems;
  }

  async function attack(program: Program): Promise<Outcome> {
    const started = Date.now();
    round += 1;
    const mark = `round ${round}.`;
    const code = fill(program.code, addresses);
    const isMarked = program.as === undefined && !/console\.clear/.test(code);
    const text =
      program.as === 'taken-over'
        ? `// ${mark}\n`
        : isMarked
          ? `console.log('${mark}');${code}`
          : code;

    const problems: string[] = [];
    if (program.as === 'taken-over') {
      await takeOver(tab, code);
      // The worker that was prepared before is still an honest one: use it up.
      await tab.press('run');
      await watcher.waitFor([], 'ready|error|stopped', PATIENCE_MS);
    }
    await write(program.as === 'tests' ? TESTS : MAIN, text);
    if (program.as === 'tests') {
      await tab.press('runTests');
    }
    if (program.reader === 'stops') {
      const late = await watcher.waitFor([/begun/], 'running', PATIENCE_MS);
      problems.push(...late);
      if (late.length === 0) {
        await tab.press('stop');
      }
    }
    const says = isMarked ? [new RegExp(mark), program.says] : [program.says];
    problems.push(...(await watcher.waitFor(says, program.ends, PATIENCE_MS)));
    const answer = await watcher.answerMs(ANSWER_MS);
    if (answer > ANSWER_MS) {
      problems.push(`the page answers after ${Math.round(answer)} ms`);
    }
    const shown = await watcher.editorText(text.length);
    if (shown !== text) {
      problems.push(`the text is not intact: ${shown.slice(0, 80)}`);
    }
    const after = await watcher.snapshot();
    if (after.hits) {
      problems.push('markup of the program has run in the page');
    }
    if (after.outside !== before.outside) {
      const where = placeOfChange(before.outside, after.outside);
      problems.push(`the page outside the lab has changed: ${where}`);
    }
    if (program.as !== 'taken-over') {
      // A worker of its own code may fail as it likes: no error of the page.
      problems.push(...watcher.errorsSince(before));
    }
    const outcome = {
      program: program.name,
      problems,
      requests: watcher.requestsSince(before),
      storageChanges: after.storage === before.storage ? 0 : 1,
      longestStallMs: after.longestStallMs,
      durationMs: Date.now() - started,
    };
    before = after;
    if (program.as === 'taken-over') {
      await release(tab);
    }
    if (!isMarked) {
      problems.push(
        ...(await honestRun()).map((problem) => `afterwards: ${problem}`),
      );
    }
    return outcome;
  }

  return {
    attack,
    honestRun,
    honestTests,
    waitFor: (says: readonly RegExp[], state: string) =>
      watcher.waitFor(says, state, PATIENCE_MS),
  };
}

export interface Addresses {
  /** A server of another origin. */
  canary: string;
  site: string;
  /** Connections that the canary has seen. */
  count: () => number;
}

function placeOfChange(before: string, after: string): string {
  let at = 0;
  while (at < after.length && after[at] === before[at]) {
    at += 1;
  }
  return after.slice(Math.max(at - 60, 0), at + 60);
}

function fill(code: string, { canary, site }: Addresses): string {
  return code.replaceAll('CANARY', canary).replaceAll('SITE', site);
}

/** From here on, new workers of the frame run `code` and nothing else. */
async function takeOver(tab: Tab, code: string): Promise<void> {
  await tab.isolatedFrame().evaluate((text) => {
    const scope = globalThis as unknown as Record<string, unknown>;
    const Native = (scope['NativeWorker'] ?? Worker) as typeof Worker;
    scope['NativeWorker'] = Native;
    const url = URL.createObjectURL(
      new Blob([text], { type: 'text/javascript' }),
    );
    let count = 0;
    scope['Worker'] = function TakenOver(own: string) {
      // The frame makes the gate first, which is ours, and then the worker.
      count += 1;
      return new Native(count % 2 === 0 ? url : own);
    };
  }, code);
}

async function release(tab: Tab): Promise<void> {
  await tab.isolatedFrame().evaluate(() => {
    const scope = globalThis as unknown as Record<string, unknown>;
    scope['Worker'] = scope['NativeWorker'];
  });
}
