import { describe, expect, it } from 'vitest';
import { MissingModuleError, ModuleSyntaxError } from './loader.ts';
import { parseReport } from './parse-report.ts';
import { reportedError } from './reported-error.ts';

function withStack<T extends Error>(error: T, stack: unknown): T {
  Object.defineProperty(error, 'stack', { value: stack });
  return error;
}

const trap = () => {
  throw new Error('trap');
};

describe('reportedError', () => {
  it('keeps name, message and the frames of the reader', () => {
    const error = withStack(
      new RangeError('k is too large'),
      'RangeError: k is too large\n' +
        '    at f (playground:/a.ts:3:7)\n' +
        '    at load (blob:null/0:1:1)',
    );
    expect(reportedError(error)).toEqual({
      kind: 'runtime',
      name: 'RangeError',
      message: 'k is too large',
      frames: [{ path: '/a.ts', line: 3, column: 7, functionName: 'f' }],
    });
  });

  it('tells the kinds apart', () => {
    expect(reportedError(new Error('x')).kind).toBe('runtime');
    expect(reportedError(new Error('x'), 'rejection').kind).toBe('rejection');
    expect(reportedError(new MissingModuleError('x')).kind).toBe('module');
    const refused = new ModuleSyntaxError('x', '/a.ts', '(function(){', 12);
    expect(reportedError(refused)).toEqual({
      kind: 'syntax',
      name: 'SyntaxError',
      message: 'x (/a.ts)',
      frames: [],
    });
    refused.place = { line: 3, column: 5 };
    expect(reportedError(refused)).toEqual({
      kind: 'syntax',
      name: 'SyntaxError',
      message: 'x',
      frames: [{ path: '/a.ts', line: 3, column: 5, functionName: '' }],
    });
    expect(reportedError(new SyntaxError('from eval')).kind).toBe('runtime');
  });

  it.each<[unknown, string]>([
    ['text', 'text'],
    ['', '""'],
    [null, 'null'],
    [undefined, 'undefined'],
    [-0, '-0'],
    [{ code: [1] }, '{ code: [1] }'],
    [Symbol('s'), 'Symbol(s)'],
    [() => {}, '[function (anonymous)]'],
  ])('describes a thrown %o', (thrown, message) => {
    expect(reportedError(thrown)).toEqual({
      kind: 'runtime',
      name: 'Uncaught',
      message,
      frames: [],
    });
  });

  it.each<[string, unknown]>([
    ['a huge text', 'x'.repeat(1e6)],
    ['a huge message', new Error('x'.repeat(1e6))],
    ['a huge name', Object.assign(new Error('x'), { name: 'n'.repeat(1e6) })],
    [
      'an endless trace',
      withStack(new Error('x'), '@playground:/a.ts:1\n'.repeat(1e5)),
    ],
    ['no trace', withStack(new Error('x'), undefined)],
    ['a trace of objects', withStack(new Error('x'), [{}])],
    ['a message that is no text', Object.assign(new Error(), { message: {} })],
    [
      'a message without a text',
      Object.assign(new Error(), { message: Object.create(null) }),
    ],
    [
      'a name that throws',
      Object.defineProperty(new Error('x'), 'name', { get: trap }),
    ],
    [
      'a proxy that throws',
      new Proxy(new Error('x'), { get: trap, getPrototypeOf: trap }),
    ],
    [
      'a revoked proxy',
      (() => {
        const { proxy, revoke } = Proxy.revocable({}, {});
        revoke();
        return proxy;
      })(),
    ],
  ])('makes an acceptable report of %s', (_, thrown) => {
    const error = reportedError(thrown);
    expect(parseReport({ type: 'error', error })).toEqual({
      type: 'error',
      error,
    });
  });

  it('keeps the message where only the trace is odd', () => {
    expect(reportedError(withStack(new Error('told'), 5)).message).toBe('told');
  });
});
