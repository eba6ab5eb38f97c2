import { type Dictionary, fill } from '~/i18n/dictionary';
import { isUnwritten } from './hints';
import type { RunState } from './run-state';

/** One line that says how the run stands; also read aloud. */
export function statusOf(state: RunState, text: Dictionary): string {
  const passed = state.tests.filter((test) => test.status === 'pass').length;
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
