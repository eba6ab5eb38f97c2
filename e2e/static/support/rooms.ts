import { posix } from 'node:path';

interface Room {
  name: string;
  folders: string[];
  /** Rooms to the right of the arrows: the others may not be imported. */
  imports: string[];
  /** Packages of the registry; without the list, any. */
  packages?: string[];
  /** What its test files may import beyond that. */
  tests?: string[];
}

/**
 * `pages → components → lib → (plots, i18n) → labs → algorithms`, and
 * `components → sandbox`. An arrow reaches all that follows it.
 */
const rooms: Room[] = [
  {
    // Apart from the sources: these tests need what the reader's browser
    // does not have, the golden files and a generator of random cases.
    name: 'proof',
    folders: ['packages/algorithms/proof/', 'packages/algorithms/golden/'],
    imports: ['algorithms'],
    packages: ['fast-check', 'node:fs', 'vitest'],
  },
  {
    name: 'algorithms',
    folders: ['packages/algorithms/'],
    imports: [],
    packages: [],
    // The reader's browser runs these tests too, and knows no other module.
    tests: ['vitest'],
  },
  {
    name: 'labs',
    folders: ['packages/labs/'],
    imports: ['algorithms'],
    // What the playground offers a program under this name.
    packages: ['plot'],
    tests: ['vitest', 'node:fs', 'node:path', 'node:url', 'pyodide'],
  },
  {
    name: 'sandbox',
    folders: ['packages/sandbox/'],
    imports: [],
    // Of Pyodide only the version: its code is handed in by src/lib.
    packages: ['sucrase', '@vitest/expect', 'pyodide/pyodide-lock.json'],
    // The client that reads our messages says whether they are right.
    tests: [
      'vitest',
      'fast-check',
      '@codesandbox/sandpack-client',
      'node:buffer',
      'pyodide',
    ],
  },
  {
    name: 'plots',
    folders: ['src/plots/'],
    imports: ['i18n', 'labs', 'algorithms'],
  },
  {
    name: 'i18n',
    folders: ['src/i18n/'],
    imports: ['labs', 'algorithms'],
  },
  {
    // The service worker: bundled by itself, it knows nothing of the pages.
    name: 'offline',
    folders: ['src/offline/'],
    imports: [],
    packages: ['workbox-precaching', 'workbox-routing'],
    tests: ['vitest'],
  },
  {
    // Made from the built pages, for other programs and other devices.
    name: 'editions',
    folders: ['src/editions/'],
    imports: ['lib', 'i18n'],
  },
  {
    name: 'lib',
    folders: ['src/lib/'],
    imports: ['offline', 'plots', 'i18n', 'labs', 'algorithms'],
  },
  {
    name: 'components',
    folders: ['src/components/'],
    imports: [
      'lib',
      'offline',
      'plots',
      'i18n',
      'labs',
      'algorithms',
      'sandbox',
    ],
  },
  {
    name: 'pages',
    folders: ['src/pages/', 'src/content/docs/'],
    imports: ['components', 'lib', 'plots', 'i18n', 'labs', 'algorithms'],
  },
  {
    name: 'configuration',
    folders: ['src/content.config.ts', 'src/env.d.ts'],
    imports: [],
  },
];

interface Exception {
  from: RegExp;
  to: RegExp;
  why: string;
}

const exceptions: Exception[] = [
  {
    from: /^src\/components\/site\/(Head|TextFonts)\.astro$/,
    to: /^\.astro\/fonts\//,
    why: 'names the core fonts, which src/lib/fonts makes before a build',
  },
  {
    from: /^src\/env\.d\.ts$/,
    to: /^packages\/sandbox\/src\/messages$/,
    why: 'declares the names of the files that the sandbox asks for',
  },
  {
    from: /^src\/plots\//,
    to: /^packages\/sandbox\/src\/plot$/,
    why: 'plot.ts says what a frame is: the contract of both sides',
  },
  {
    from: /^packages\/labs\/plot\.d\.ts$/,
    to: /^packages\/sandbox\/src\/plot$/,
    why: "declares the module 'plot', which the sandbox provides",
  },
  {
    from: /^src\/lib\/figures\.ts$/,
    to: /^packages\/sandbox\/src\/plot$/,
    why: 'keeps the frames that a run has drawn',
  },
  {
    from: /^src\/lib\/run-lab\.ts$/,
    to: /^packages\/sandbox\/src\/run-once$/,
    why: 'runs a lab at build time, in the runtime of the browser',
  },
  {
    from: /^src\/lib\/lab-texts\.test\.ts$/,
    to: /^packages\/sandbox\/src\/(run-once|run-tests)$/,
    why: 'reads what labs and their tests say while the clock goes',
  },
  {
    from: /^src\/lib\/(sandbox-page|frame-document|load-python)\.ts$/,
    to: /^packages\/sandbox\/src\/(host|worker|gate|python-worker|frame|expect)$/,
    why: 'puts the sandbox together for pages/sandbox.astro',
  },
  {
    from: /^packages\/labs\/[^/]+\/facts\.ts$/,
    to: /^packages\/sandbox\/src\/run-once$/,
    why: 'computes the numbers of the text with the program of the page',
  },
  {
    from: /^packages\/labs\/.*\.test\.ts$/,
    to: /^(packages\/sandbox\/src\/(run-once|run-tests|python-session|plot)|src\/plots\/validate)$/,
    why: 'tests a lab as the playground runs and draws it',
  },
];

/** What the imports of one source file break, a sentence each. */
export function boundaryProblems(path: string, specifiers: string[]): string[] {
  const room = roomOf(path);
  if (room === undefined) {
    return [
      `${path} stands in no room of the import table. Move it into one, or ` +
        'add its folder to e2e/static/support/rooms.ts and to the design.',
    ];
  }
  return specifiers
    .flatMap((specifier) => splitSources(specifier))
    .flatMap((specifier) => problemOf(path, room, specifier) ?? []);
}

function problemOf(
  path: string,
  room: Room,
  specifier: string,
): string | undefined {
  const target = fileOf(path, specifier);
  if (target === undefined) {
    return isAllowedPackage(path, room, specifier)
      ? undefined
      : `${path} imports '${specifier}'. The room '${room.name}' may import ` +
          `${list(room.packages ?? [])}; its tests also ` +
          `${list(room.tests ?? [])}. Do without it, or do the work in a ` +
          'room further left.';
  }
  const other = roomOf(target);
  if (
    other === room ||
    (other !== undefined && room.imports.includes(other.name)) ||
    exceptions.some(({ from, to }) => from.test(path) && to.test(target))
  ) {
    return undefined;
  }
  return (
    `${path} imports '${specifier}', of ${other?.name ?? 'no room'}. The room ` +
    `'${room.name}' may import ${list(room.imports)}: arrows never point ` +
    'back. Move the shared part to the right, or hand it in as an argument.'
  );
}

function isAllowedPackage(
  path: string,
  { packages, tests = [] }: Room,
  specifier: string,
): boolean {
  return (
    packages === undefined ||
    packages.includes(specifier) ||
    (path.endsWith('.test.ts') && tests.includes(specifier))
  );
}

function roomOf(path: string): Room | undefined {
  return rooms.find(({ folders }) =>
    folders.some((folder) => path.startsWith(folder)),
  );
}

/** `sources:./main.ts,k-means.test.ts`: see src/lib/vite-lab-sources.mjs. */
function splitSources(specifier: string): string[] {
  if (!specifier.startsWith('sources:')) {
    return [specifier];
  }
  const [main = '', ...tests] = specifier.slice('sources:'.length).split(',');
  return [main, ...tests.map((test) => `@runnable-guide/algorithms/${test}`)];
}

/** Repository path without `.ts`; undefined for a package of the registry. */
function fileOf(importer: string, specifier: string): string | undefined {
  const [path = ''] = specifier.split('?');
  const own = /^@runnable-guide\/(algorithms|sandbox)\/(.+)$/.exec(path);
  const file = path.startsWith('~/')
    ? `src/${path.slice(2)}`
    : path.startsWith('.')
      ? posix.join(posix.dirname(importer), path)
      : own
        ? posix.join('packages', own[1] ?? '', 'src', own[2] ?? '')
        : path.startsWith('@runnable-guide/')
          ? path.replace('@runnable-guide', 'packages')
          : undefined;
  return file?.replace(/\.ts$/, '');
}

function list(names: string[]): string {
  return names.length === 0 ? 'nothing' : names.join(', ');
}
