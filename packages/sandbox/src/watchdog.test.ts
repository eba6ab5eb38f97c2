import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createWatchdog } from './watchdog.ts';

const LIMIT_MS = 5_000;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function setUp() {
  const ping = vi.fn();
  const onSilent = vi.fn();
  return { watchdog: createWatchdog({ ping, onSilent }), ping, onSilent };
}

describe('createWatchdog', () => {
  it('reports a silent worker once, soon after the limit', () => {
    const { watchdog, onSilent, ping } = setUp();
    watchdog.start(LIMIT_MS);
    vi.advanceTimersByTime(LIMIT_MS);
    expect(onSilent).not.toHaveBeenCalled();
    vi.advanceTimersByTime(500);
    expect(onSilent).toHaveBeenCalledTimes(1);
    const pings = ping.mock.calls.length;
    vi.advanceTimersByTime(60_000);
    expect(onSilent).toHaveBeenCalledTimes(1);
    expect(ping).toHaveBeenCalledTimes(pings);
  });

  it('asks at once and then four times a second', () => {
    const { watchdog, ping } = setUp();
    watchdog.start(LIMIT_MS);
    expect(ping).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(1_000);
    expect(ping).toHaveBeenCalledTimes(5);
  });

  it('leaves a worker alone that answers now and then', () => {
    const { watchdog, onSilent } = setUp();
    watchdog.start(LIMIT_MS);
    for (let i = 0; i < 20; i += 1) {
      vi.advanceTimersByTime(LIMIT_MS - 500);
      watchdog.alive();
    }
    expect(onSilent).not.toHaveBeenCalled();
    vi.advanceTimersByTime(LIMIT_MS + 500);
    expect(onSilent).toHaveBeenCalledTimes(1);
  });

  it('does not hold the sleep of the page against the program', () => {
    const { watchdog, onSilent } = setUp();
    watchdog.start(LIMIT_MS);
    vi.advanceTimersByTime(1_000);
    vi.setSystemTime(Date.now() + 8 * 3_600_000);
    vi.advanceTimersByTime(1_000);
    expect(onSilent).not.toHaveBeenCalled();
  });

  it('says nothing after it was stopped', () => {
    const { watchdog, onSilent, ping } = setUp();
    watchdog.start(LIMIT_MS);
    watchdog.stop();
    watchdog.stop();
    vi.advanceTimersByTime(60_000);
    expect(onSilent).not.toHaveBeenCalled();
    expect(ping).toHaveBeenCalledTimes(1);
  });

  it('counts anew for every run, with one timer', () => {
    const { watchdog, onSilent, ping } = setUp();
    watchdog.start(LIMIT_MS);
    vi.advanceTimersByTime(4_000);
    watchdog.start(3 * LIMIT_MS);
    ping.mockClear();
    vi.advanceTimersByTime(3 * LIMIT_MS);
    expect(onSilent).not.toHaveBeenCalled();
    expect(ping).toHaveBeenCalledTimes(60);
    vi.advanceTimersByTime(500);
    expect(onSilent).toHaveBeenCalledTimes(1);
  });

  it('can be started again by the one it reports to', () => {
    const watchdog = createWatchdog({
      ping: () => {},
      onSilent: () => {
        reports += 1;
        watchdog.start(LIMIT_MS);
      },
    });
    let reports = 0;
    watchdog.start(LIMIT_MS);
    vi.advanceTimersByTime(2 * LIMIT_MS + 1_000);
    expect(reports).toBe(2);
    watchdog.stop();
  });

  it('knows for how long there was no sign of life', () => {
    const { watchdog } = setUp();
    watchdog.start(LIMIT_MS);
    vi.advanceTimersByTime(2_000);
    expect(watchdog.silentMs()).toBe(2_000);
    watchdog.alive();
    expect(watchdog.silentMs()).toBe(0);
  });
});
