import { describe, expect, it } from 'vitest';
import { readerFrames } from './stack.ts';

const V8 = `TypeError: Cannot read properties of undefined (reading 'x')
    at assign (playground:/node_modules/@runnable-guide/algorithms/k-means.ts:41:23)
    at new Tree (playground:/tree.ts:3:5)
    at async Promise.all (index 0)
    at async kMeans (playground:/k-means.ts:12:7)
    at Array.map (<anonymous>)
    at playground:/main.ts:9:12
    at eval (playground:/main.ts:20:1)
    at load (blob:null/5f1c0d3e-0a11-4f6a-9a0e-2f0f3e0d1c2b:1:20311)
    at e.run (blob:null/5f1c0d3e-0a11-4f6a-9a0e-2f0f3e0d1c2b:1:20533)`;

const SPIDER_MONKEY = `assign@playground:/node_modules/@runnable-guide/algorithms/k-means.ts:41:23
Tree@playground:/tree.ts:3:5
async*kMeans@playground:/k-means.ts:12:7
@playground:/main.ts:9:12
load@blob:null/5f1c0d3e-0a11-4f6a-9a0e-2f0f3e0d1c2b:1:20311
`;

const JAVA_SCRIPT_CORE = `assign@playground:/node_modules/@runnable-guide/algorithms/k-means.ts:41:23
Tree@playground:/tree.ts:3:5
map@[native code]
@playground:/main.ts:9:12
@
load@blob:null/5f1c0d3e-0a11-4f6a-9a0e-2f0f3e0d1c2b:1:20311`;

const INNERMOST = {
  path: '/node_modules/@runnable-guide/algorithms/k-means.ts',
  line: 41,
  column: 23,
  functionName: 'assign',
};
const TREE = { path: '/tree.ts', line: 3, column: 5, functionName: 'Tree' };
const K_MEANS = { path: '/k-means.ts', line: 12, column: 7 };
const MAIN = { path: '/main.ts', line: 9, column: 12, functionName: '' };

describe('readerFrames', () => {
  it("reads V8's traces and drops the runtime's frames", () => {
    expect(readerFrames(V8)).toEqual([
      INNERMOST,
      TREE,
      { ...K_MEANS, functionName: 'kMeans' },
      MAIN,
      { path: '/main.ts', line: 20, column: 1, functionName: '' },
    ]);
  });

  it("reads SpiderMonkey's traces", () => {
    expect(readerFrames(SPIDER_MONKEY)).toEqual([
      INNERMOST,
      TREE,
      { ...K_MEANS, functionName: 'kMeans' },
      MAIN,
    ]);
  });

  it("reads JavaScriptCore's traces", () => {
    expect(readerFrames(JAVA_SCRIPT_CORE)).toEqual([INNERMOST, TREE, MAIN]);
  });

  it('takes a missing column for the first', () => {
    expect(readerFrames('f@playground:/a.ts:7')).toEqual([
      { path: '/a.ts', line: 7, column: 1, functionName: 'f' },
    ]);
  });

  it.each([undefined, '', 'Error: x\n    at f (blob:null/1:2:3)'])(
    'finds nothing in %j',
    (stack) => {
      expect(readerFrames(stack)).toEqual([]);
    },
  );

  it.each<[unknown]>([[null], [5], [{}], [['a']]])(
    'survives a stack that the program replaced by %j',
    (stack) => {
      expect(readerFrames(stack as string)).toEqual([]);
    },
  );

  it('keeps forged names, paths and numbers small', () => {
    const long = 'x'.repeat(10_000);
    const [frame] = readerFrames(
      `    at ${long} (playground:/${long}:${'9'.repeat(30)}:${'9'.repeat(30)})`,
    );
    expect(frame?.path.length).toBeLessThanOrEqual(500);
    expect(frame?.functionName.length).toBeLessThanOrEqual(500);
    expect(Number.isSafeInteger(frame?.line)).toBe(true);
    expect(Number.isSafeInteger(frame?.column)).toBe(true);
  });
});
