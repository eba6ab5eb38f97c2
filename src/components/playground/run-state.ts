import { addFrames, type Figure } from '~/lib/figures';
import { isUnwritten } from './hints';
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
  /** Of this line alone; a runtime counts its lines, and each begins anew. */
  id: string;
  /** Frames that each figure had when the line was printed. */
  frameCounts: Readonly<Record<string, number>>;
  method: string;
  text: string;
  table?: { columns: string[]; rows: string[][] };
}

/** Where something happened, as the files were then. */
export interface Place {
  path: string;
  line: number;
  column?: number;
  codeLine: string;
}

export interface Problem extends Partial<Place> {
  kind: 'syntax' | 'runtime' | 'rejection' | 'module';
  name: string;
  message: string;
  /** The reader's frames, innermost first. */
  frames?: readonly { path: string; line: number }[];
  /** The same as places. */
  places?: readonly Place[];
  /** The innermost place, where another one is shown as that of the problem. */
  thrownIn?: Place;
  missingExport?: {
    module: string;
    name: string;
    exported: readonly string[];
    isNear: boolean;
  };
}

/** Why a test failed. */
export interface Failure extends Problem {
  expected?: string;
  received?: string;
  difference?: string;
  tolerance?: string;
  isPlain?: true;
}

export interface TestResult {
  path: string;
  blocks: string[];
  name: string;
  status: 'idle' | 'running' | 'pass' | 'fail' | 'skip';
  duration?: number;
  errors: readonly Failure[];
}

/** Something the runtime says about the run: a limit, a stop. */
export interface Notice {
  code:
    | 'stopped'
    | 'time-limit'
    | 'crashed'
    | 'flood'
    | 'no-library'
    | 'no-python'
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
  /** As shown: one of the run before stays until it is drawn anew. */
  figures: readonly Figure[];
  /** Names of the figures that the run has drawn, in its order. */
  drawn: readonly string[];
  tests: readonly TestResult[];
  /** Tests were asked for: what comes before they start is of other ones. */
  awaitsTests: boolean;
  /** The program has run since the tests did. */
  staleTests: boolean;
  problems: readonly Problem[];
  notices: readonly Notice[];
  /** Python is on its way: bytes so far, and bytes in all. */
  arrival: { loaded: number; total: number } | null;
  /** Still those of the run before: the first new one replaces them. */
  staleLines: boolean;
  /** `startedAt` of the run that each figure comes from. */
  figureRuns: Readonly<Record<string, number>>;
  startedAt: number;
  durationMs: number;
}

export const initialRun: RunState = {
  phase: 'loading',
  isLive: false,
  mode: 'program',
  lines: [],
  figures: [],
  drawn: [],
  tests: [],
  awaitsTests: false,
  staleTests: false,
  problems: [],
  notices: [],
  arrival: null,
  staleLines: false,
  figureRuns: {},
  startedAt: 0,
  durationMs: 0,
};

export interface StampedMessage {
  message: EngineMessage;
  /** `performance.now()` at arrival. */
  at: number;
}

/** What a message tells: tests have events of their own within one type. */
export function eventOf(message: EngineMessage): string {
  return String(message['event'] ?? message.type);
}

/**
 * Whether a run holds the runtime after a message. One that only waits, for a
 * timer or a promise, does not.
 */
export function isBusyAfter(isBusy: boolean, message: EngineMessage): boolean {
  switch (eventOf(message)) {
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
        drawn: [],
        staleTests: true,
        isLive: true,
        problems: [],
        notices: [],
        startedAt: at,
      };
    case 'console': {
      const fresh = freshLines(state);
      const frameCounts = Object.fromEntries(
        drawnFigures(state).map(({ name, frames }) => [name, frames.length]),
      );
      const lines = (message['log'] as SandpackLog[]).map((log) =>
        lineOf({ ...log, id: `${state.startedAt} ${log.id}` }, frameCounts),
      );
      const clear = lines.findLastIndex((line) => line.method === 'clear');
      return {
        ...fresh,
        lines: clear >= 0 ? lines.slice(clear + 1) : [...fresh.lines, ...lines],
      };
    }
    case 'plot':
      return draw(state, message['frames'] as unknown[]);
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
      return stopped(
        withNotice(state, {
          code: message['reason'] as Notice['code'],
          value: Number(message['value']),
        }),
      );
    case 'python':
      return state.phase === 'running'
        ? {
            ...state,
            arrival: {
              loaded: Number(message['loaded']),
              total: Number(message['total']),
            },
          }
        : state;
    case 'status':
      // The program, or its tests, are under way.
      return /evaluating|running/.test(String(message['status']))
        ? { ...state, arrival: null, startedAt: at }
        : state;
    case 'waiting':
      return withNotice(state, { code: 'waiting' });
    case 'idle':
      return { ...state, isLive: false };
    case 'done': {
      const fresh = freshLines(state);
      return {
        ...fresh,
        figures: drawnFigures(state),
        notices: state.notices.filter(({ code }) => code !== 'waiting'),
        phase: endPhase(fresh),
        durationMs: at - fresh.startedAt,
      };
    }
    case 'test':
      return state.awaitsTests && message['event'] !== 'total_test_start'
        ? state
        : reduceTest(state, message, at);
    default:
      return state;
  }
}

/** Tests have been asked for: the results of others are over. */
export function expectTests(state: RunState): RunState {
  const hasResult = state.phase === 'passed' || state.phase === 'failed';
  const phase = hasResult ? 'running' : state.phase;
  return { ...state, phase, tests: [], awaitsTests: true };
}

/** The runtime is gone: a run under way ends here. */
export function interruptRun(state: RunState): RunState {
  const over = { ...state, isLive: false };
  return state.phase === 'running' ? stopped(over) : over;
}

/** The figures that the run has drawn, or, if there are none, those before. */
function stopped(state: RunState): RunState {
  return {
    ...state,
    figures: state.drawn.length > 0 ? drawnFigures(state) : state.figures,
    phase: 'stopped',
    isLive: false,
    arrival: null,
  };
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

function drawnFigures({ figures, drawn }: RunState): Figure[] {
  return drawn.flatMap((name) => figures.filter((item) => item.name === name));
}

function draw(state: RunState, frames: readonly unknown[]): RunState {
  const names = frames.map((frame) => (frame as { name?: unknown }).name);
  const first = [...new Set(names.map(String))].filter(
    (name) => !state.drawn.includes(name),
  );
  const figures = state.figures.map((figure) =>
    first.includes(figure.name) ? { name: figure.name, frames: [] } : figure,
  );
  const runs = first.map((name) => [name, state.startedAt]);
  return {
    ...state,
    figures: addFrames(figures, frames),
    drawn: [...state.drawn, ...first],
    figureRuns: { ...state.figureRuns, ...Object.fromEntries(runs) },
  };
}

function endPhase(state: RunState): Phase {
  if (state.phase === 'stopped') {
    return 'stopped';
  }
  return state.problems.length > 0 ? troubledPhase(state.problems) : 'ready';
}

/** An exercise that is still to be written has not failed. */
function troubledPhase(problems: RunState['problems']): Phase {
  return isUnwritten(problems) ? 'stopped' : 'error';
}

function addProblem(state: RunState, message: EngineMessage): RunState {
  const problem = message['error'] as Problem;
  const problems = [...state.problems, problem].slice(-20);
  return {
    ...state,
    phase: state.phase === 'running' ? 'running' : troubledPhase(problems),
    problems,
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
        awaitsTests: false,
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
            ? troubledPhase(state.problems)
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
