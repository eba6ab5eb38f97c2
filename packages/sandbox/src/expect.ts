import {
  ASYMMETRIC_MATCHERS_OBJECT,
  chai,
  customMatchers,
  GLOBAL_EXPECT,
  getState,
  JestAsymmetricMatchers,
  JestChaiExpect,
  JestExtend,
  setState,
} from '@vitest/expect';
import { tellSigns } from './expect-signs.ts';

// Where Vitest itself runs this, its chai is ours and has the plugins; twice,
// they break `rejects`.
if (!('toBe' in chai.Assertion.prototype)) {
  chai.use(JestExtend);
  chai.use(JestChaiExpect);
  chai.use(JestAsymmetricMatchers);
}
chai.use(tellSigns as never);

type Expect = ((value: unknown, message?: string) => unknown) &
  Record<string, unknown>;

/** Vitest's `expect`, without snapshots, polling and assertion counts. */
export function createExpect(): Expect {
  const expect = ((value: unknown, message?: string) => {
    setState(
      { assertionCalls: getState(expect as never).assertionCalls + 1 },
      expect as never,
    );
    return chai.expect(value, message);
  }) as Expect;
  Object.assign(expect, chai.expect);
  Object.assign(
    expect,
    (globalThis as Record<symbol, object>)[ASYMMETRIC_MATCHERS_OBJECT],
  );
  setState({ assertionCalls: 0 }, expect as never);
  if (!Object.hasOwn(globalThis, GLOBAL_EXPECT)) {
    Object.defineProperty(globalThis, GLOBAL_EXPECT, { value: expect });
  }
  const { expect: plain } = chai as unknown as {
    expect: { extend: (target: unknown, matchers: unknown) => void };
  };
  expect['extend'] = (matchers: unknown) => plain.extend(expect, matchers);
  plain.extend(expect, customMatchers);
  return expect;
}
