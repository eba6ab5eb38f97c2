import { describe, expect, it } from 'vitest';
import { dictionaryOf } from '~/i18n/dictionary';
import { frameOfLines } from './frame-links';
import {
  expectTests,
  initialRun,
  interruptRun,
  isBusyAfter,
  type RunState,
  reduceRun,
} from './run-state';
import { statusOf } from './status';

type Message = Parameters<typeof reduceRun>[1]['message'];

function play(messages: readonly Message[], from = initialRun): RunState {
  return messages.reduce(
    (state, message, at) => reduceRun(state, { message, at }),
    from,
  );
}

const start = { type: 'start' };
const done = { type: 'done', compilatonError: false };
const print = (text: string) => ({
  type: 'console',
  log: [{ id: text, method: 'log', data: [text] }],
});
const draw = (name: string, value: number) => ({
  type: 'plot',
  frames: [{ kind: 'scatter', name, data: { points: [[value, value]] } }],
});
const fail = {
  type: 'action',
  action: 'show-error',
  error: { kind: 'runtime', name: 'Error', message: 'boom' },
};

describe('isBusyAfter', () => {
  const busy = (...messages: Message[]) => messages.reduce(isBusyAfter, false);
  const test = (event: string) => ({ type: 'test', event });

  it('lasts from the start of a run to its end', () => {
    expect(busy(start)).toBe(true);
    expect(busy(start, print('a'), draw('f', 1))).toBe(true);
    expect(busy(start, print('a'), done)).toBe(false);
    expect(busy(start, done, test('total_test_start'))).toBe(true);
    expect(busy(test('total_test_start'), test('test_end'))).toBe(true);
    expect(busy(test('total_test_start'), test('total_test_end'))).toBe(false);
    expect(busy(start, { type: 'stopped', reason: 'stopped' })).toBe(false);
  });

  it('does not last while a program only waits', () => {
    expect(busy(start, { type: 'waiting' })).toBe(false);
  });
});

const unwritten = {
  type: 'action',
  action: 'show-error',
  error: {
    kind: 'runtime',
    name: 'Error',
    message: 'Your turn: move each centroid to the mean of its points',
    frames: [
      { path: '/exercise.ts', line: 9 },
      { path: '/exercise.ts', line: 3 },
    ],
  },
};

describe('reduceRun', () => {
  it('ends without an error where the exercise is still to be written', () => {
    const state = play([start, print('a'), unwritten, done]);
    expect(state.phase).toBe('stopped');
    expect(statusOf(state, dictionaryOf('en'))).toBe(
      'Some functions are still to be written',
    );
    expect(play([start, done, unwritten]).phase).toBe('stopped');
    for (const order of [
      [start, unwritten, fail, done],
      [start, fail, unwritten, done],
      [start, unwritten, done, fail],
    ]) {
      const mixed = play(order);
      expect(mixed.phase).toBe('error');
      expect(statusOf(mixed, dictionaryOf('en'))).toBe('The program failed');
    }
    const halted = play([start, fail, { type: 'stopped', reason: 'stopped' }]);
    expect(statusOf(halted, dictionaryOf('en'))).toBe('Stopped');
  });

  it('collects lines and frames of a run', () => {
    const state = play([start, print('a'), draw('f', 1), draw('f', 2), done]);
    expect(state.phase).toBe('ready');
    expect(state.lines.map((line) => line.text)).toEqual(['a']);
    expect(state.figures.map((f) => [f.name, f.frames.length])).toEqual([
      ['f', 2],
    ]);
  });

  it('keeps the last results on screen until the new run has some', () => {
    const first = play([start, print('a'), draw('f', 1), done]);
    const second = play([start], first);
    expect(second.phase).toBe('running');
    expect(second.lines).toHaveLength(1);
    expect(play([print('b')], second).lines.map((l) => l.text)).toEqual(['b']);
    expect(play([print('b')], second).figures).toHaveLength(1);
    expect(
      play([print('b'), draw('g', 1), done], second).figures,
    ).toMatchObject([{ name: 'g' }]);
    expect(play([print('b'), done], second).figures).toEqual([]);
    expect(play([done], second).lines).toEqual([]);
  });

  it('keeps each figure until it is drawn anew', () => {
    const frames = (state: RunState) =>
      state.figures.map(({ name, frames }) => [name, frames.length]);
    const first = play([
      start,
      draw('f', 1),
      draw('f', 2),
      draw('g', 1),
      draw('h', 1),
      done,
    ]);
    const second = play([start, draw('g', 3)], first);
    expect(frames(second)).toEqual([
      ['f', 2],
      ['g', 1],
      ['h', 1],
    ]);
    expect(play([print('b')], second).lines[0]?.frameCounts).toEqual({ g: 1 });
    const third = play([draw('g', 4), draw('new', 1), draw('f', 3)], second);
    expect(frames(third)).toEqual([
      ['f', 1],
      ['g', 2],
      ['h', 1],
      ['new', 1],
    ]);
    // In the order of this run, and without what it has not drawn.
    expect(frames(play([done], third))).toEqual([
      ['g', 2],
      ['new', 1],
      ['f', 1],
    ]);
    const stopped = { type: 'stopped', reason: 'stopped' };
    expect(frames(play([stopped], second))).toEqual([['g', 1]]);
    expect(frames(play([start, stopped], first))).toHaveLength(3);
  });

  it('ends in error, and forgets the error with the next run', () => {
    const failed = play([start, fail, { ...done, compilatonError: true }]);
    expect(failed.phase).toBe('error');
    expect(failed.problems).toHaveLength(1);
    expect(play([start, done], failed)).toMatchObject({
      phase: 'ready',
      problems: [],
    });
  });

  it('shows an error that comes after the end', () => {
    expect(play([start, done, fail]).phase).toBe('error');
  });

  it('stays stopped when a stopped run reports its end', () => {
    const state = play([
      start,
      { type: 'stopped', reason: 'time-limit', value: 5000 },
      { ...done, compilatonError: true },
    ]);
    expect(state.phase).toBe('stopped');
    expect(state.notices).toEqual([{ code: 'time-limit', value: 5000 }]);
  });

  it('clears on console.clear', () => {
    const clear = {
      type: 'console',
      log: [{ id: 'c', method: 'clear', data: [''] }],
    };
    expect(
      play([start, print('a'), clear, print('b')]).lines.map((l) => l.text),
    ).toEqual(['b']);
  });

  it('tells the lines of two runs apart, though each runtime counts anew', () => {
    const first = play([start, print('line-1'), print('line-2'), done]);
    const second = play(
      [done, start, { type: 'status', status: 'evaluating' }, print('line-1')],
      first,
    );
    const ids = [...first.lines, ...second.lines].map(({ id }) => id);
    expect(new Set(ids).size).toBe(3);
  });

  it('says which figure has data that cannot be drawn', () => {
    const bad = {
      type: 'plot',
      frames: [{ kind: 'line', name: 'x', data: 3 }],
    };
    const [figure] = play([start, bad]).figures;
    expect(figure?.name).toBe('x');
    expect(figure?.broken).toBeTypeOf('string');
    expect(figure?.frames).toEqual([]);
  });

  it('counts tests: all must pass', () => {
    const test = (name: string, status: string) => ({
      type: 'test',
      event: 'test_end',
      test: { name, blocks: [], path: '/a', status, errors: [] },
    });
    const begin = { type: 'test', event: 'total_test_start' };
    const end = { type: 'test', event: 'total_test_end' };
    expect(play([begin, test('a', 'pass'), end]).phase).toBe('passed');
    expect(play([begin, test('a', 'pass'), test('b', 'fail'), end]).phase).toBe(
      'failed',
    );
    expect(play([begin, end]).phase).toBe('failed');
    expect(play([begin, fail, end]).phase).toBe('error');
  });
});

describe('expectTests', () => {
  const test = (event: string) => ({
    type: 'test',
    event,
    test: { name: 'a', blocks: [], path: '/a', status: 'pass', errors: [] },
  });
  const passed = ['total_test_start', 'test_end', 'total_test_end'].map(test);

  it('ends the results of other tests at once', () => {
    const state = expectTests(play(passed));
    expect(state.phase).toBe('running');
    expect(state.tests).toEqual([]);
  });

  it('hears nothing of tests that had started before', () => {
    const before = expectTests(play(passed.slice(0, 1)));
    const state = play(passed.slice(1), before);
    expect(state.phase).not.toBe('passed');
    expect(state.tests).toEqual([]);
    expect(play(passed, state).phase).toBe('passed');
  });

  it('leaves a program that runs first as it is', () => {
    expect(play([start, done], expectTests(initialRun)).phase).toBe('ready');
  });
});

describe('interruptRun', () => {
  it('stops a run under way, and no other', () => {
    expect(interruptRun(play([start, print('a')])).phase).toBe('stopped');
    expect(interruptRun(play([start, done])).phase).toBe('ready');
    expect(interruptRun(initialRun).phase).toBe('loading');
    expect(interruptRun(play([start, done])).isLive).toBe(false);
  });
});

describe('frameOfLines', () => {
  const lines = (counts: readonly number[]) =>
    counts.map((count, index) => ({
      id: String(index),
      method: 'log',
      text: '',
      frameCounts: { f: count },
    }));

  it('links lines printed after their frame', () => {
    expect(frameOfLines(lines([1, 2, 3, 3]), 'f', 3)).toEqual([0, 1, 2, -1]);
  });

  it('links lines printed before their frame', () => {
    expect(frameOfLines(lines([0, 1, 2, 3]), 'f', 3)).toEqual([0, 1, 2, -1]);
  });

  it('links nothing to a figure of one frame', () => {
    expect(frameOfLines(lines([1, 1]), 'f', 1)).toEqual([-1, -1]);
  });
});
