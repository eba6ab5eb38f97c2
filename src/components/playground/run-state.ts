import { addFrames, type Figure } from '~/lib/figures';
import type { EngineMessage } from './sandpack';

export type Phase =
  | 'loading'
  | 'running'
  | 'ready'
  | 'passed'
  | 'failed'
  | 'error'
  | 'stopped';

export interface Line {
  id: string;
  /** Frames that each figure had when the line was printed. */
  frameCounts: Readonly<Record<string, number>>;
  method: string;
  text: string;
  table?: { columns: string[]; rows: string[][] };
}

export interface Problem {
  kind: 'syntax' | 'runtime' | 'rejection' | 'module';
  name: string;
  message: string;
  path?: string;
  line?: number;
  column?: number;
  codeLine?: string;
  /** The reader's frames, innermost first. */
  frames?: readonly { path: string; line: number }[];
}

export interface TestResult {
  path: string;
  blocks: string[];
  name: string;
  status: 'idle' | 'running' | 'pass' | 'fail' | 'skip';
  duration?: number;
  errors: (Problem & { expected?: string; received?: string })[];
}

/** Something the runtime says about the run: a limit, a stop. */
export interface Notice {
  code:
    | 'stopped'
    | 'time-limit'
    | 'crashed'
    | 'flood'
    | 'no-library'
    | 'limit'
    | 'waiting';
  limit?: string;
  value?: number;
}

export interface RunState {
  phase: Phase;
  /** Something may still happen: the program runs, or its timers do. */
  isLive: boolean;
  /** What the run under way, or the last one, is. */
  mode: 'program' | 'tests';
  lines: readonly Line[];
  figures: readonly Figure[];
  tests: readonly TestResult[];
  /** The program has run since the tests did. */
  staleTests: boolean;
  problems: readonly Problem[];
  notices: readonly Notice[];
  /** Still those of the run before: the first new one replaces them. */
  staleLines: boolean;
  staleFigures: boolean;
  /** `startedAt` of the run that the figures come from. */
  figuresRun: number;
  startedAt: number;
  durationMs: number;
}

export const initialRun: RunState = {
  phase: 'loading',
  isLive: false,
  mode: 'program',
  lines: [],
  figures: [],
  tests: [],
  staleTests: false,
  problems: [],
  notices: [],
  staleLines: false,
  staleFigures: false,
  figuresRun: 0,
  startedAt: 0,
  durationMs: 0,
};

export interface StampedMessage {
  message: EngineMessage;
  /** `performance.now()` at arrival. */
  at: number;
}

/**
 * Whether a run holds the runtime after a message. One that only waits, for a
 * timer or a promise, does not.
 */
export function isBusyAfter(isBusy: boolean, message: EngineMessage): boolean {
  switch (String(message['event'] ?? message.type)) {
    case 'start':
    case 'total_test_start':
      return true;
    case 'done':
    case 'total_test_end':
    case 'stopped':
    case 'waiting':
      return false;
    default:
      return isBusy;
  }
}

export function reduceRun(
  state: RunState,
  { message, at }: StampedMessage,
): RunState {
  switch (message.type) {
    case 'start':
      return {
        ...state,
        phase: 'running',
        mode: 'program',
        staleLines: true,
        staleFigures: true,
        staleTests: true,
        isLive: true,
        problems: [],
        notices: [],
        startedAt: at,
      };
    case 'console': {
      const fresh = freshLines(state);
      const figures = state.staleFigures ? [] : state.figures;
      const frameCounts = Object.fromEntries(
        figures.map(({ name, frames }) => [name, frames.length]),
      );
      const lines = (message['log'] as SandpackLog[]).map((log) =>
        lineOf(log, frameCounts),
      );
      const clear = lines.findLastIndex((line) => line.method === 'clear');
      return {
        ...fresh,
        lines: clear >= 0 ? lines.slice(clear + 1) : [...fresh.lines, ...lines],
      };
    }
    case 'plot': {
      const fresh = freshFigures(state);
      const figures = addFrames(fresh.figures, message['frames'] as unknown[]);
      return { ...fresh, figures };
    }
    case 'action':
      return message['action'] === 'show-error'
        ? addProblem(state, message)
        : state;
    case 'limit':
      return withNotice(state, {
        code: 'limit',
        limit: String(message['limit']),
        value: Number(message['value']),
      });
    case 'stopped':
      return {
        ...withNotice(state, {
          code: message['reason'] as Notice['code'],
          value: Number(message['value']),
        }),
        phase: 'stopped',
        isLive: false,
      };
    case 'waiting':
      return withNotice(state, { code: 'waiting' });
    case 'idle':
      return { ...state, isLive: false };
    case 'done': {
      const fresh = freshLines(freshFigures(state));
      return {
        ...fresh,
        notices: state.notices.filter(({ code }) => code !== 'waiting'),
        phase: endPhase(fresh),
        durationMs: at - fresh.startedAt,
      };
    }
    case 'test':
      return reduceTest(state, message, at);
    default:
      return state;
  }
}

/** The runtime is gone: a run under way ends here. */
export function interruptRun(state: RunState): RunState {
  return state.isLive
    ? {
        ...state,
        isLive: false,
        phase: state.phase === 'running' ? 'stopped' : state.phase,
      }
    : state;
}

type SandpackLog = {
  id: string;
  method: string;
  data: string[];
  table?: Line['table'];
};

function lineOf(
  { id, method, data, table }: SandpackLog,
  frameCounts: Line['frameCounts'],
): Line {
  const line = { id, method, text: data.join(' '), frameCounts };
  return table ? { ...line, table } : line;
}

/** Without the lines of the run before, now that there is something new. */
function freshLines(state: RunState): RunState {
  return state.staleLines ? { ...state, staleLines: false, lines: [] } : state;
}

function freshFigures(state: RunState): RunState {
  return state.staleFigures
    ? {
        ...state,
        staleFigures: false,
        figures: [],
        figuresRun: state.startedAt,
      }
    : state;
}

function endPhase(state: RunState): Phase {
  if (state.phase === 'stopped') {
    return 'stopped';
  }
  return state.problems.length > 0 ? 'error' : 'ready';
}

function addProblem(state: RunState, message: EngineMessage): RunState {
  const problem = message['error'] as Problem;
  return {
    ...state,
    phase: state.phase === 'running' ? 'running' : 'error',
    problems: [...state.problems, problem].slice(-20),
  };
}

/** A run says each thing once. */
function withNotice(state: RunState, notice: Notice): RunState {
  const rest = state.notices.filter(
    ({ code, limit }) => code !== notice.code || limit !== notice.limit,
  );
  return { ...state, notices: [...rest, notice] };
}

function reduceTest(
  state: RunState,
  message: EngineMessage,
  at: number,
): RunState {
  switch (message['event']) {
    case 'total_test_start':
      return {
        ...state,
        phase: 'running',
        mode: 'tests',
        tests: [],
        staleTests: false,
        isLive: true,
        problems: [],
        notices: [],
        startedAt: at,
      };
    case 'test_start':
    case 'test_end': {
      const test = message['test'] as TestResult;
      const rest = state.tests.filter((item) => !isSameTest(item, test));
      return { ...state, tests: [...rest, test] };
    }
    case 'total_test_end': {
      const failed = state.tests.some((test) => test.status !== 'pass');
      const ended = state.phase !== 'stopped';
      return {
        ...state,
        notices: state.notices.filter(({ code }) => code !== 'waiting'),
        phase: ended
          ? state.problems.length > 0
            ? 'error'
            : failed || state.tests.length === 0
              ? 'failed'
              : 'passed'
          : 'stopped',
        durationMs: at - state.startedAt,
      };
    }
    default:
      return state;
  }
}

function isSameTest(a: TestResult, b: TestResult): boolean {
  return (
    a.path === b.path &&
    a.name === b.name &&
    a.blocks.join('\n') === b.blocks.join('\n')
  );
}
