import {
  SandpackConsole,
  SandpackProvider,
  SandpackTests,
} from '@codesandbox/sandpack-react';
import { createRoot } from 'react-dom/client';

const sandbox = new URL('../sandbox/', location.href);
const test = `import { describe, expect, it } from 'vitest';
import { double } from './double';

describe('double', () => {
  it('doubles', () => expect(double(4)).toBe(8));
  it('is not the identity', () => expect(double(3)).toBe(3));
});
`;
const files = {
  '/main.ts':
    "import { double } from './double';\nconsole.log('twice two:', double(2));\n",
  '/double.ts': 'export const double = (n: number): number => 2 * n;\n',
  '/double.test.ts': test,
};

createRoot(document.getElementById('root') as HTMLElement).render(
  <SandpackProvider
    files={files}
    customSetup={{ entry: '/main.ts', environment: 'parcel' }}
    options={{ bundlerURL: sandbox.href, startRoute: sandbox.pathname }}
  >
    <div data-testid="tests">
      <SandpackTests verbose />
    </div>
    <div data-testid="console">
      <SandpackConsole standalone />
    </div>
  </SandpackProvider>,
);
