/**
 * TypeScript's language service in a worker: errors and hover types for the
 * files of a playground. Loaded only when the reader asks for it.
 */
import plotSource from '@runnable-guide/sandbox/plot?raw';
import ts from 'typescript';
import type { TypeAnswer, TypeQuestion } from './type-protocol';

const libraries = import.meta.glob<string>(
  '../../../node_modules/typescript/lib/lib.{es5,es20*,decorators*}.d.ts',
  { query: '?raw', import: 'default', eager: true },
);

const LIBRARY_ROOT = '/lib/';
const fixed = new Map<string, string>([
  [
    '/node_modules/plot/index.d.ts',
    `${plotSource}\nexport declare const plot: Plot;\n`,
  ],
  ['/types/globals.d.ts', globals()],
]);
for (const [path, text] of Object.entries(libraries)) {
  fixed.set(LIBRARY_ROOT + path.slice(path.lastIndexOf('/') + 1), text);
}

let files: Readonly<Record<string, string>> = {};
const versions = new Map<string, { text: string; version: number }>();

const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  allowImportingTsExtensions: true,
  noEmit: true,
  strict: true,
  types: [],
};

const host: ts.LanguageServiceHost = {
  getCompilationSettings: () => options,
  getScriptFileNames: () => [...Object.keys(files), '/types/globals.d.ts'],
  getScriptVersion: (path) => String(versionOf(path)),
  getScriptSnapshot: (path) => {
    const text = textOf(path);
    return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
  },
  getCurrentDirectory: () => '/',
  getDefaultLibFileName: () => `${LIBRARY_ROOT}lib.es2023.d.ts`,
  fileExists: (path) => textOf(path) !== undefined,
  readFile: textOf,
  directoryExists: (path) => {
    const prefix = path.endsWith('/') ? path : `${path}/`;
    return [...Object.keys(files), ...fixed.keys()].some((file) =>
      file.startsWith(prefix),
    );
  },
};
const service = ts.createLanguageService(host);

function textOf(path: string): string | undefined {
  return files[path] ?? fixed.get(path);
}

function versionOf(path: string): number {
  const text = textOf(path) ?? '';
  const known = versions.get(path);
  if (known?.text === text) {
    return known.version;
  }
  const version = (known?.version ?? 0) + 1;
  versions.set(path, { text, version });
  return version;
}

self.onmessage = (event: MessageEvent<TypeQuestion>) => {
  const { id, path, question } = event.data;
  files = event.data.files;
  const answer: TypeAnswer = { id };
  if (question.type === 'problems') {
    answer.problems = problemsOf(path);
  } else {
    answer.hover = hoverAt(path, question.position);
  }
  self.postMessage(answer);
};

function problemsOf(path: string): NonNullable<TypeAnswer['problems']> {
  const found = [
    ...service.getSyntacticDiagnostics(path),
    ...service.getSemanticDiagnostics(path),
  ];
  return found.map(({ start = 0, length = 0, messageText }) => ({
    from: start,
    to: start + length,
    message: ts.flattenDiagnosticMessageText(messageText, '\n'),
  }));
}

function hoverAt(
  path: string,
  position: number,
): NonNullable<TypeAnswer['hover']> | null {
  const info = service.getQuickInfoAtPosition(path, position);
  if (info === undefined) {
    return null;
  }
  return {
    from: info.textSpan.start,
    to: info.textSpan.start + info.textSpan.length,
    type: ts.displayPartsToString(info.displayParts),
    documentation: ts.displayPartsToString(info.documentation),
  };
}

/** What the sandbox offers beside the language: console, timers, vitest. */
function globals(): string {
  return `
declare var console: {
  log(...values: unknown[]): void;
  info(...values: unknown[]): void;
  warn(...values: unknown[]): void;
  error(...values: unknown[]): void;
  debug(...values: unknown[]): void;
  table(value: unknown): void;
  assert(condition: unknown, ...values: unknown[]): void;
  time(label?: string): void;
  timeEnd(label?: string): void;
  clear(): void;
};
declare var performance: { now(): number };
declare function setTimeout(callback: () => void, ms?: number): number;
declare function setInterval(callback: () => void, ms?: number): number;
declare function clearTimeout(timer: number | undefined): void;
declare function clearInterval(timer: number | undefined): void;
declare function structuredClone<T>(value: T): T;
declare module 'vitest' {
  type Test = { (name: string, body?: () => unknown): void; each: any; skip: any; only: any; todo: any };
  export const describe: Test;
  export const it: Test;
  export const test: Test;
  export const expect: any;
  export const beforeEach: (body: () => unknown) => void;
  export const afterEach: (body: () => unknown) => void;
  export const beforeAll: (body: () => unknown) => void;
  export const afterAll: (body: () => unknown) => void;
}
`;
}
