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

chai.use(JestExtend);
chai.use(JestChaiExpect);
chai.use(JestAsymmetricMatchers);

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
  Object.defineProperty(globalThis, GLOBAL_EXPECT, {
    value: expect,
    writable: true,
    configurable: true,
  });
  const { extend } = chai.expect as unknown as {
    extend: (target: unknown, matchers: unknown) => void;
  };
  extend(expect, customMatchers);
  return expect;
}
