import { resolveObjectURL } from 'node:buffer';
import { expect, it } from 'vitest';
import { chooseEvaluate, evaluateByEval } from './scripts.ts';
import { readerFrames } from './stack.ts';

it('evaluates under the name of the file where traces show it', () => {
  const evaluate = chooseEvaluate(() => {
    throw new Error('nothing is loaded');
  });
  expect(evaluate).toBe(evaluateByEval);
  const trace = evaluate(
    '(function f() {\n return new Error().stack })()',
    '/a.ts',
  );
  expect(readerFrames(trace)[0]).toMatchObject({
    path: '/a.ts',
    line: 2,
    functionName: 'f',
  });
});

it('loads a script by address where they do not, and names it', () => {
  const addresses: string[] = [];
  const load = (address: string) => {
    addresses.push(address);
    // WebKit loads no script of another type.
    expect(resolveObjectURL(address)?.type).toBe('text/javascript');
    (globalThis as Record<string, unknown>)['playground result'] = 'the value';
  };
  const evaluate = chooseEvaluate(load, () => '@\neval@[native code]');
  expect(evaluate('anything', '/node_modules/x/k-means.ts')).toBe('the value');
  expect(globalThis).not.toHaveProperty('playground result');

  // As JavaScriptCore writes it.
  const trace = `f@${addresses[0]}:2:21\nmap@[native code]\n@${addresses[0]}:3:8\nrun@blob:null/0f:1:9`;
  expect(readerFrames(trace)).toEqual([
    {
      path: '/node_modules/x/k-means.ts',
      line: 2,
      column: 21,
      functionName: 'f',
    },
    {
      path: '/node_modules/x/k-means.ts',
      line: 3,
      column: 8,
      functionName: '',
    },
  ]);
});

it('leaves nothing behind when a script does not load', () => {
  const evaluate = chooseEvaluate(
    () => {
      throw new SyntaxError('Unexpected token');
    },
    () => '',
  );
  expect(() => evaluate('(', '/a.ts')).toThrow(SyntaxError);
  expect(globalThis).not.toHaveProperty('playground result');
});
