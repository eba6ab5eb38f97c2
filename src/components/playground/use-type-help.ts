import type { Extension } from '@codemirror/state';
import { useCallback, useEffect, useRef, useState } from 'react';
import { noExtras } from './editor-state';

export type TypeHelp = ReturnType<typeof useTypeHelp>;

/** TypeScript's help for the editor: off until the reader turns it on. */
export function useTypeHelp(
  files: Readonly<Record<string, string>>,
  activeFile: string,
) {
  const [phase, setPhase] = useState<'off' | 'loading' | 'on' | 'failed'>(
    'off',
  );
  const [extension, setExtension] = useState<Extension>(noExtras);
  const latest = useRef({ files, activeFile });
  latest.current = { files, activeFile };
  const stop = useRef<(() => void) | null>(null);

  const toggle = useCallback(async () => {
    if (stop.current !== null) {
      stop.current();
      stop.current = null;
      setExtension(noExtras);
      setPhase('off');
      return;
    }
    setPhase('loading');
    try {
      const { startTypeHelp } = await import('./type-help');
      const help = await startTypeHelp({
        path: () => latest.current.activeFile,
        files: () => latest.current.files,
      });
      stop.current = help.stop;
      setExtension(help.extension);
      setPhase('on');
    } catch {
      setPhase('failed');
    }
  }, []);

  useEffect(() => () => stop.current?.(), []);
  return { phase, extension, toggle: () => void toggle() };
}
