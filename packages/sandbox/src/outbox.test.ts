import { describe, expect, it } from 'vitest';
import type { Report } from './messages.ts';
import { createOutbox } from './outbox.ts';
import type { PlotFrame } from './plot.ts';

const line = (text: string) => ({ method: 'log', text }) as const;
const frame = (name: string): PlotFrame => ({
  kind: 'table',
  name,
  data: { columns: [], rows: [] },
});

/** What was sent, as words: a batch is one entry. */
function textOf(report: Report): string {
  switch (report.type) {
    case 'console':
      return report.lines.map((item) => item.text).join(' ');
    case 'plot':
      return report.frames.map((item) => item.name).join(' ');
    default:
      return report.type;
  }
}

function setUp() {
  const posted: string[] = [];
  const waiting: (() => void)[] = [];
  const clock = { ms: 1_000 };
  const outbox = createOutbox(
    (report) => posted.push(textOf(report)),
    () => clock.ms,
    (callback) => waiting.push(callback),
  );
  return { outbox, posted, waiting, clock };
}

/** Uses up the reports that go out one by one. */
function flood({ outbox, posted }: ReturnType<typeof setUp>) {
  for (let i = 0; i < 100; i += 1) {
    outbox.line(line(`${i}`));
  }
  posted.length = 0;
}

describe('createOutbox', () => {
  it('sends the first hundred lines and frames at once', () => {
    const { outbox, posted, waiting } = setUp();
    for (let i = 0; i < 50; i += 1) {
      outbox.line(line(`line-${i}`));
      outbox.frame(frame(`frame-${i}`));
    }
    expect(posted).toHaveLength(100);
    expect(posted.slice(0, 3)).toEqual(['line-0', 'frame-0', 'line-1']);
    expect(waiting).toHaveLength(0);
  });

  it('then gathers what comes within 16 ms', () => {
    const world = setUp();
    flood(world);
    const { outbox, posted, waiting, clock } = world;
    outbox.line(line('a'));
    outbox.line(line('b'));
    expect(posted).toEqual([]);
    clock.ms += 16;
    outbox.line(line('c'));
    expect(posted).toEqual(['a b c']);
    expect(waiting).toHaveLength(1);
  });

  it('sends what is left when the program yields', () => {
    const world = setUp();
    flood(world);
    const { outbox, posted, waiting } = world;
    outbox.line(line('a'));
    outbox.line(line('b'));
    expect(waiting).toHaveLength(1);
    waiting.shift()?.();
    expect(posted).toEqual(['a b']);
    outbox.line(line('c'));
    expect(waiting).toHaveLength(1);
    waiting.shift()?.();
    expect(posted).toEqual(['a b', 'c']);
  });

  it('keeps lines and frames in order', () => {
    const world = setUp();
    flood(world);
    const { outbox, posted, waiting } = world;
    outbox.line(line('a'));
    outbox.frame(frame('f'));
    outbox.frame(frame('g'));
    outbox.line(line('b'));
    for (const callback of waiting) {
      callback();
    }
    expect(posted).toEqual(['a', 'f g', 'b']);
  });

  it('sends what is waiting before any other report', () => {
    const world = setUp();
    flood(world);
    const { outbox, posted, waiting } = world;
    outbox.line(line('a'));
    outbox.report({ type: 'evaluated' });
    expect(posted).toEqual(['a', 'evaluated']);
    waiting.shift()?.();
    expect(posted).toEqual(['a', 'evaluated']);
  });

  it('loses nothing and sends nothing twice in a long run', () => {
    const { outbox, posted, waiting, clock } = setUp();
    const expected: string[] = [];
    for (let i = 0; i < 5_000; i += 1) {
      const name = `item-${i}`;
      expected.push(name);
      if (i % 7 < 4) {
        outbox.line(line(name));
      } else {
        outbox.frame(frame(name));
      }
      clock.ms += (i * 13) % 5;
      if (i % 50 === 0) {
        waiting.shift()?.();
      }
    }
    outbox.report({ type: 'idle' });
    expect(posted.flatMap((text) => text.split(' '))).toEqual([
      ...expected,
      'idle',
    ]);
    expect(posted.length).toBeLessThan(5_000);
  });
});
