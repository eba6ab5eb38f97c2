import { strToU8, zipSync } from 'fflate';

const PACKAGE_ROOT = '/node_modules/';
const VITEST = '^5.1.1';

/**
 * A project that works on its own, as a zip: the lab's files as they stand in
 * the editor, the algorithms package as a workspace, a stand-in for `plot`
 * that prints what it would draw, tests, and how to run it all.
 */
export function labZip(
  name: string,
  title: string,
  files: Readonly<Record<string, string>>,
): Uint8Array {
  return zipSync(
    Object.fromEntries(
      Object.entries(projectFiles(name, title, files)).map(([path, text]) => [
        path,
        // A fixed time: the same code gives the same bytes.
        [strToU8(text), { mtime: new Date(2026, 0, 1) }],
      ]),
    ),
  );
}

export function projectFiles(
  name: string,
  title: string,
  files: Readonly<Record<string, string>>,
): Record<string, string> {
  if (Object.hasOwn(files, '/main.py')) {
    return pythonProject(title, files);
  }
  const project: Record<string, string> = {
    'package.json': json({
      name: `lab-${name}`,
      private: true,
      type: 'module',
      engines: { node: '>=22.18' },
      workspaces: ['packages/*'],
      scripts: { start: 'node main.ts', test: 'vitest run --passWithNoTests' },
      devDependencies: { vitest: VITEST },
    }),
    'README.md': readme(title),
    'packages/plot/package.json': json({
      name: 'plot',
      version: '0.0.0',
      type: 'module',
      exports: './index.js',
    }),
    'packages/plot/index.js': plotModule,
    'packages/algorithms/package.json': json({
      name: '@runnable-guide/algorithms',
      version: '0.0.0',
      type: 'module',
      license: 'MIT',
      exports: { './*': './*.ts' },
    }),
  };
  for (const [path, code] of Object.entries(files)) {
    if (path === '/package.json') {
      continue;
    }
    const target = path.startsWith(PACKAGE_ROOT)
      ? `packages/algorithms/${path.slice(path.lastIndexOf('/') + 1)}`
      : path.slice(1);
    project[target] = code;
  }
  return project;
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function readme(title: string): string {
  return `# ${title}

需要 Node.js 22.18 或更新的版本。 · Needs Node.js 22.18 or newer.

\`\`\`
npm install
npm start
npm test
\`\`\`

- \`main.ts\` 是实验程序。 · \`main.ts\` is the program of the lab.
- \`packages/algorithms\` 是算法与测试。 · holds the algorithms and their tests.
- \`packages/plot\` 把要画的图打印出来。 · prints what the page would draw.
`;
}

const plotModule = `const draw = (kind) => (name, data) => {
  const caption = data.caption ? \`: \${data.caption}\` : '';
  console.log(\`[plot.\${kind}] \${name}\${caption}\`);
};

export const plot = Object.fromEntries(
  ['scatter', 'line', 'bars', 'heatmap', 'tree', 'network', 'table'].map(
    (kind) => [kind, draw(kind)],
  ),
);
`;

function pythonProject(
  title: string,
  files: Readonly<Record<string, string>>,
): Record<string, string> {
  const project: Record<string, string> = {
    'README.md': pythonReadme(title),
    'plot.py': pythonPlot,
  };
  for (const [path, code] of Object.entries(files)) {
    if (path.endsWith('.py')) {
      project[path.slice(1)] = code;
    }
  }
  return project;
}

function pythonReadme(title: string): string {
  return `# ${title}

需要 Python 3.10 或更新的版本，不需要别的包。 · Needs Python 3.10 or newer, no package.

\`\`\`
python3 main.py
python3 -m unittest
\`\`\`

- \`main.py\` 是实验程序。 · \`main.py\` is the program of the lab.
- \`plot.py\` 把要画的图打印出来。 · prints what the page would draw.
`;
}

const pythonPlot = `"""Prints what the page would draw."""


def _figure(kind):
    def record(name, *, caption="", **data):
        print(f"[plot.{kind}] {name}", caption, sep=": " if caption else "")

    return record


scatter, line, bars = _figure("scatter"), _figure("line"), _figure("bars")
heatmap, tree = _figure("heatmap"), _figure("tree")
network, table = _figure("network"), _figure("table")
`;
