/**
 * The only file that knows Sandpack. The rest of the playground sees an
 * engine: files that can be edited, `run`, `runTests`, `stop`, and messages.
 */
import {
  SandpackProvider,
  useSandpack,
  useSandpackClient,
} from '@codesandbox/sandpack-react';
import { type ReactNode, useCallback, useEffect, useMemo, useRef } from 'react';

export type EngineMessage = { type: string } & Record<string, unknown>;

export interface Engine {
  files: Readonly<Record<string, string>>;
  activeFile: string;
  openFile: (path: string) => void;
  editFile: (path: string, code: string) => void;
  editFiles: (files: Readonly<Record<string, string>>) => void;
  run: () => void;
  runTests: () => void;
  stop: () => void;
}

interface ProviderProps {
  files: Readonly<Record<string, string>>;
  tabs: readonly string[];
  sandboxUrl: string;
  children: ReactNode;
}

const SETUP = { entry: '/main.ts', environment: 'parcel' } as const;

export function EngineProvider(props: ProviderProps) {
  const { files, tabs, sandboxUrl, children } = props;
  const options = useMemo(
    () => ({
      bundlerURL: new URL(sandboxUrl, location.href).href,
      // The client resolves this against bundlerURL; the default is '/'.
      startRoute: sandboxUrl,
      visibleFiles: [...tabs],
      activeFile: tabs[0] as string,
      initMode: 'immediate' as const,
      autorun: true,
    }),
    [sandboxUrl, tabs],
  );
  return (
    <SandpackProvider
      files={files as Record<string, string>}
      customSetup={SETUP}
      options={options}
    >
      {children}
    </SandpackProvider>
  );
}

/**
 * The engine of the surrounding provider. `onMessage` gets every message of
 * the runtime, in order. The returned frame must be mounted.
 */
export function useEngine(onMessage: (message: EngineMessage) => void): {
  engine: Engine;
  frame: ReactNode;
} {
  const { sandpack } = useSandpack();
  const { getClient, iframe, listen } = useSandpackClient();
  const listener = useRef(onMessage);
  listener.current = onMessage;

  // biome-ignore lint/correctness/useExhaustiveDependencies: subscribe once
  useEffect(
    () =>
      listen((message) =>
        listener.current(message as unknown as EngineMessage),
      ),
    [],
  );

  // Sandpack's own recompilation waits, and drops edits made during a run.
  const isFirst = useRef(true);
  // biome-ignore lint/correctness/useExhaustiveDependencies: files only
  useEffect(() => {
    if (isFirst.current) {
      isFirst.current = false;
      return;
    }
    getClient()?.updateSandbox({ files: sandpack.files });
  }, [sandpack.files]);

  const dispatch = useCallback(
    (type: string) => getClient()?.dispatch({ type } as never),
    [getClient],
  );
  const files = useMemo(
    () =>
      Object.fromEntries(
        Object.entries(sandpack.files).map(([path, { code }]) => [path, code]),
      ),
    [sandpack.files],
  );
  return {
    engine: {
      files,
      activeFile: sandpack.activeFile,
      openFile: sandpack.setActiveFile,
      editFile: (path, code) => sandpack.updateFile(path, code, false),
      editFiles: (changed) =>
        sandpack.updateFile({ ...changed }, undefined, false),
      run: () => dispatch('run'),
      runTests: () => dispatch('run-all-tests'),
      stop: () => dispatch('stop'),
    },
    frame: (
      <iframe
        ref={iframe}
        title="Sandbox"
        sandbox="allow-scripts allow-same-origin"
        hidden
      />
    ),
  };
}
