import { type Dictionary, fill } from '~/i18n/dictionary';
import { isUnwritten } from './hints';
import type { RunState, TestResult } from './run-state';

/** When tests have just run: `3/5`, of those that passed and of all. */
export function testCount({ phase, tests }: RunState): string | undefined {
  const isOver = phase === 'passed' || phase === 'failed';
  return isOver && tests.length > 0
    ? `${tests.filter(isPass).length}/${tests.length}`
    : undefined;
}

function isPass({ status }: TestResult): boolean {
  return status === 'pass';
}

/** One line that says how the run stands; also read aloud. */
export function statusOf(state: RunState, text: Dictionary): string {
  const passed = state.tests.filter(isPass).length;
  const failed = state.tests.filter((test) => test.status === 'fail').length;
  switch (state.phase) {
    case 'loading':
      return text.loading;
    case 'running':
      if (state.arrival !== null) {
        return text.pythonLoading;
      }
      return state.mode === 'tests' ? text.stateTesting : text.stateRunning;
    case 'ready':
      if (state.isLive) {
        return text.stateTimers;
      }
      return fill(text.stateDone, { ms: Math.round(state.durationMs) });
    case 'passed':
      return fill(text.statePassed, { passed });
    case 'failed':
      return fill(text.stateFailed, { passed, failed });
    case 'error':
      return text.stateError;
    case 'stopped':
      return isUnwritten(state.problems)
        ? text.stateUnwritten
        : text.stateStopped;
  }
}
