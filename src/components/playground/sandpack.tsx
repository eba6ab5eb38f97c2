/**
 * The only file that knows Sandpack. The rest of the playground sees an
 * engine: it is given files, it can `run`, `runTests` and `stop`, and it sends
 * messages. Mounting the component starts the runtime, unmounting ends it.
 */
import {
  SandpackProvider,
  useSandpack,
  useSandpackClient,
} from '@codesandbox/sandpack-react';
import {
  type RefObject,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
} from 'react';
import { takeFrame, takenAddress } from './runtime-frame';

// Sandpack asks for this when a frame is there: it comes along with the rest.
import('@codesandbox/sandpack-client/clients/runtime').catch(() => {});

export type EngineMessage = { type: string } & Record<string, unknown>;

export type Files = Readonly<Record<string, string>>;

export interface Engine {
  /** It listens: what is asked of it before is lost. */
  isUp: () => boolean;
  /** The files replace the ones of their names. */
  run: (files: Files) => void;
  runTests: (paths: readonly string[], files: Files) => void;
  /** The reader changed files: they come, by way of React, as a property. */
  expectFiles: () => void;
  stop: () => void;
}

interface Props {
  lab: string;
  /** A change of identity runs the program again, unless it is manual. */
  files: Files;
  /** Only `run` and `runTests` of the engine start a run, after the first. */
  isManual: boolean;
  sandboxUrl: string;
  engine: RefObject<Engine | null>;
  onMessage: (message: EngineMessage) => void;
}

const SETUP = { entry: '/main.ts', environment: 'parcel' } as const;
const PYTHON_SETUP = { entry: '/main.py', environment: 'parcel' } as const;

export function Runtime(props: Props) {
  const { files, sandboxUrl } = props;
  const options = {
    bundlerURL: new URL(sandboxUrl, location.href).href,
    // The client resolves this against bundlerURL; the default is '/'.
    startRoute: takenAddress(sandboxUrl),
    initMode: 'immediate' as const,
    autorun: true,
    // Sandpack's own recompilation waits, and drops edits made during a run.
    autoReload: false,
    recompileMode: 'delayed' as const,
    recompileDelay: NEVER,
    // It would take the frame away for want of a success: a first run that the
    // reader stops has none.
    bundlerTimeOut: NEVER,
  };
  return (
    <SandpackProvider
      files={files as Record<string, string>}
      customSetup={Object.hasOwn(files, '/main.py') ? PYTHON_SETUP : SETUP}
      options={options}
    >
      <Client {...props} />
    </SandpackProvider>
  );
}

/** As long as a browser's timer can wait: about 24 days. */
const NEVER = 2 ** 31 - 1;

function Client({ lab, engine, isManual, onMessage }: Props) {
  const { sandpack } = useSandpack();
  const { getClient, iframe, listen } = useSandpackClient();
  // Sandpack looks for its frame in an effect, which comes after this one.
  // biome-ignore lint/correctness/useExhaustiveDependencies: one frame for life
  useLayoutEffect(() => {
    const frame = takeFrame(lab);
    iframe.current = frame;
    return () => frame.remove();
  }, []);

  const listener = useRef(onMessage);
  listener.current = onMessage;

  const isUp = useRef(false);
  const isBehind = useRef(false);
  const latestFiles = useRef(sandpack.files);
  latestFiles.current = sandpack.files;
  // biome-ignore lint/correctness/useExhaustiveDependencies: subscribe once
  useEffect(
    () =>
      listen((message) => {
        isUp.current = true;
        if (isBehind.current) {
          isBehind.current = false;
          getClient()?.updateSandbox({ files: latestFiles.current });
        }
        for (const item of messagesOf(message as unknown as EngineMessage)) {
          listener.current(item);
        }
      }),
    [],
  );

  // Files of a run that was asked for before they came as a property.
  const ahead = useRef<Files | null>(null);
  const isFirst = useRef(true);
  // biome-ignore lint/correctness/useExhaustiveDependencies: files only
  useEffect(() => {
    if (isFirst.current) {
      isFirst.current = false;
      return;
    }
    const client = getClient();
    if (isManual && client !== null) {
      return;
    }
    // Another start would end the run that has them already.
    if (ahead.current !== null) {
      if (areSame(ahead.current, sandpack.files)) {
        ahead.current = null;
      }
      return;
    }
    client?.updateSandbox({ files: sandpack.files });
    // The client is made asynchronously, from the files it was asked for.
    isBehind.current = client === null;
  }, [sandpack.files]);

  useImperativeHandle(engine, () => {
    const dispatch = (message: EngineMessage) =>
      getClient()?.dispatch(message as never);
    const replace = (files: Files) => {
      const modules = Object.fromEntries(
        Object.entries(files).map(([path, code]) => [path, { code }]),
      );
      dispatch({ type: 'files', modules });
      const isAhead = !areSame(files, latestFiles.current);
      ahead.current = isAhead && getClient() !== null ? files : null;
    };
    return {
      isUp: () => isUp.current,
      run: (files) => {
        replace(files);
        dispatch({ type: 'run' });
      },
      runTests: (paths, files) => {
        replace(files);
        dispatch({ type: 'run-tests', paths });
      },
      stop: () => dispatch({ type: 'stop' }),
      expectFiles: () => {
        ahead.current = null;
      },
    };
  }, [getClient]);

  return null;
}

/** Figures that come along with a line are a message of their own, before it. */
function messagesOf(message: EngineMessage): EngineMessage[] {
  if (message.type !== 'console') {
    return [message];
  }
  const messages: EngineMessage[] = [];
  let lines: object[] = [];
  for (const { frames, ...line } of message['log'] as { frames?: unknown }[]) {
    if (frames !== undefined || lines.length === 0) {
      lines = [];
      messages.push(
        ...(frames === undefined ? [] : [{ type: 'plot', frames }]),
      );
      messages.push({ type: 'console', log: lines });
    }
    lines.push(line);
  }
  return messages;
}

function areSame(
  files: Files,
  modules: Readonly<Record<string, { code: string }>>,
): boolean {
  return Object.entries(files).every(
    ([path, code]) => modules[path]?.code === code,
  );
}
