import type { Extension } from '@codemirror/state';
import { useEffect, useState } from 'react';

/** Python's grammar, fetched when it is wanted; plain text until then. */
export function usePythonLanguage(isWanted: boolean): Extension | null {
  const [language, setLanguage] = useState<Extension | null>(null);
  useEffect(() => {
    if (isWanted) {
      import('./python-language').then(
        (module) => setLanguage(module.pythonLanguage),
        () => {
          // Without it the code has no colours; nothing else is lost.
        },
      );
    }
  }, [isWanted]);
  return language;
}
