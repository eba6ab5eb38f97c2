import { describe, expect, it } from 'vitest';
import { createGatherer } from './gather.ts';
import type { Report } from './messages.ts';

const line = (text: string): Report => ({
  type: 'console',
  lines: [{ method: 'log', text }],
});
const figure = (name: string): Report => ({
  type: 'plot',
  frames: [{ kind: 'table', name, data: { columns: [], rows: [] } }],
});

const textOf = (report: Report) =>
  report.type === 'console'
    ? report.lines.map(({ text }) => text).join('+')
    : report.type === 'plot'
      ? report.frames.map(({ name }) => name).join('+')
      : report.type;

function setUp() {
  /** Each list that was sent, as one text. */
  const sent: string[] = [];
  let timers: { at: number; callback: () => void }[] = [];
  let now = 0;
  const report = createGatherer(
    (reports) => sent.push(reports.map(textOf).join(' ')),
    (callback, ms) => timers.push({ at: now + ms, callback }),
  );
  const pass = (ms: number) => {
    now += ms;
    const due = timers.filter(({ at }) => at <= now);
    timers = timers.filter(({ at }) => at > now);
    for (const { callback } of due) {
      callback();
    }
  };
  return { report, pass, sent, pending: () => timers.length };
}

describe('createGatherer', () => {
  it('sends the first at once and what follows within 50 ms together', () => {
    const { report, pass, sent } = setUp();
    report(line('a'));
    expect(sent).toEqual(['a']);
    report(figure('f'));
    report(line('b'));
    report(figure('g'));
    pass(49);
    expect(sent).toEqual(['a']);
    pass(1);
    expect(sent).toEqual(['a', 'f b g']);
  });

  it('needs no further word of the program to send what waits', () => {
    const { report, pass, sent, pending } = setUp();
    report(line('a'));
    report(line('b'));
    pass(50);
    expect(sent).toEqual(['a', 'b']);
    pass(50);
    expect(pending()).toBe(0);
  });

  it('sends again at once after a silence', () => {
    const { report, pass, sent } = setUp();
    report(line('a'));
    pass(50);
    report(line('b'));
    expect(sent).toEqual(['a', 'b']);
  });

  it('takes what waits along with any other report, in order', () => {
    const { report, pass, sent } = setUp();
    report(line('a'));
    report(line('b'));
    report({ type: 'evaluated' });
    expect(sent).toEqual(['a', 'b evaluated']);
    report({ type: 'idle' });
    pass(50);
    expect(sent).toEqual(['a', 'b evaluated', 'idle']);
  });

  it('loses nothing and keeps the order in a flood, in few lists', () => {
    const { report, pass, sent } = setUp();
    const names = Array.from({ length: 2_000 }, (_, index) => `item-${index}`);
    for (const [index, name] of names.entries()) {
      report(index % 3 === 0 ? line(name) : figure(name));
      pass(1);
    }
    report({ type: 'idle' });
    expect(sent.join(' ').split(' ')).toEqual([...names, 'idle']);
    // Two seconds: one list in 50 ms, the first and the last.
    expect(sent).toHaveLength(2_000 / 50 + 2);
  });
});
