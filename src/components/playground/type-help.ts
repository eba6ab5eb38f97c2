import { type Diagnostic, linter, lintGutter } from '@codemirror/lint';
import type { Extension } from '@codemirror/state';
import { hoverTooltip } from '@codemirror/view';
import type { TypeAnswer, TypeQuestion } from './type-protocol';

interface Source {
  path: () => string;
  files: () => Readonly<Record<string, string>>;
}

/**
 * Type errors and hover types for the editor. Makes a worker that holds
 * TypeScript itself; `stop` ends it.
 *
 * @returns once TypeScript has loaded and answered for the first time
 */
export async function startTypeHelp(
  source: Source,
): Promise<{ extension: Extension; stop: () => void }> {
  const worker = new Worker(new URL('./type-worker.ts', import.meta.url), {
    type: 'module',
  });
  const waiting = new Map<number, (answer: TypeAnswer) => void>();
  let count = 0;
  worker.onmessage = (event: MessageEvent<TypeAnswer>) => {
    waiting.get(event.data.id)?.(event.data);
    waiting.delete(event.data.id);
  };

  const ask = (
    question: TypeQuestion['question'],
    text: string,
  ): Promise<TypeAnswer> => {
    count += 1;
    const id = count;
    const path = source.path();
    const files = { ...source.files(), [path]: text };
    return new Promise((resolve) => {
      waiting.set(id, resolve);
      worker.postMessage({ id, files, path, question } satisfies TypeQuestion);
    });
  };

  const lint = linter(async (view): Promise<Diagnostic[]> => {
    const text = view.state.doc.toString();
    const { problems = [] } = await ask({ type: 'problems' }, text);
    const end = view.state.doc.length;
    return problems.map(({ from, to, message }) => ({
      from: Math.min(from, end),
      to: Math.min(Math.max(to, from + 1), end),
      message,
      severity: 'error',
    }));
  });
  const hover = hoverTooltip(async (view, position) => {
    const text = view.state.doc.toString();
    const { hover: found } = await ask({ type: 'hover', position }, text);
    if (!found) {
      return null;
    }
    return {
      pos: found.from,
      end: found.to,
      create: () => {
        const dom = document.createElement('div');
        dom.className = 'pg-type';
        const type = document.createElement('code');
        type.textContent = found.type;
        const words = document.createElement('p');
        words.textContent = found.documentation;
        dom.append(type, words);
        return { dom };
      },
    };
  });

  await new Promise<void>((resolve, reject) => {
    worker.onerror = (event) => reject(new Error(event.message || 'worker'));
    void ask({ type: 'problems' }, source.files()[source.path()] ?? '').then(
      () => resolve(),
    );
  });
  return {
    extension: [lintGutter(), lint, hover],
    stop: () => worker.terminate(),
  };
}
