import { describe, expect, it } from 'vitest';
import {
  publicModuleNames,
  publicModules,
} from '../../packages/algorithms/public.ts';
import { emitModules } from '../../src/lib/api/emit.ts';
import { readApi } from '../../src/lib/api/read-api.ts';
import { readSource } from './support/files.ts';
import { attribute, builtPages, elements } from './support/site.ts';

const pages = builtPages();

describe('the API pages', () => {
  it.each(['/api/', '/en/api/'])(
    'document every public module below %s',
    (start) => {
      const shown = Object.keys(publicModules).map((name) => {
        const page = pages.find(({ path }) => path === `${start}${name}/`);
        const modules = elements(page?.tree ?? { type: 'root', children: [] })
          .map((element) => attribute(element, 'dataModule'))
          .filter((module) => module !== undefined);
        return [name, modules];
      });
      const expected = Object.entries(publicModules).map(([name, modules]) => [
        name,
        [...modules].sort(),
      ]);
      expect(
        shown.map(([name, modules]) => [name, [...(modules ?? [])].sort()]),
        'Each module of packages/algorithms/public.ts stands once, as ' +
          '<ApiModule name="…" />, on the page that the list names.',
      ).toEqual(expected);
    },
  );

  it.each(['', 'en/'])('say what k-means takes and gives (%s)', (locale) => {
    const page = pages.find(({ path }) => path === `/${locale}api/k-means/`);
    const ids = elements(page?.tree ?? { type: 'root', children: [] }).map(
      (element) => attribute(element, 'id'),
    );
    expect(ids).toEqual(
      expect.arrayContaining([
        'api-k-means',
        'api-k-means.kMeans',
        'api-k-means.KMeansOptions',
        'api-flat-clustering.FlatClustering',
      ]),
    );
    expect(page?.html).toContain('Number of clusters, from 1 to the number');
  });
});

describe('the reader of doc comments', () => {
  const sources = new Map([
    [
      'shape.ts',
      `import type { Point } from './point.ts';
      /** A shape. */
      export interface Shape {
        /** Where it starts. */
        start: Point;
        size?: number;
      }
      /**
       * The area of a
       * shape.
       *
       * Never \`NaN\`.
       *
       * @throws RangeError if it has none
       */
      export function areaOf(shape: Shape) { return shape.size ?? 0; }
      export type { Point };`,
    ],
    ['point.ts', 'export type Point = readonly number[];'],
  ]);

  it('reads signatures, comments, members, errors and types', () => {
    const shape = readApi(sources, ['shape', 'point']).get('shape');
    expect(shape?.items).toEqual([
      {
        name: 'areaOf',
        signature: 'function areaOf(shape: Shape): number;',
        text: ['The area of a shape.', 'Never `NaN`.'],
        throws: ['RangeError if it has none'],
        members: [],
        uses: [{ name: 'Shape', module: 'shape' }],
      },
      {
        name: 'Shape',
        signature: 'interface Shape',
        text: ['A shape.'],
        throws: [],
        members: [
          {
            name: 'start',
            type: 'Point',
            isOptional: false,
            text: ['Where it starts.'],
          },
          { name: 'size', type: 'number', isOptional: true, text: [] },
        ],
        uses: [{ name: 'Point', module: 'point' }],
      },
    ]);
    expect(shape?.passedOn).toEqual([{ name: 'Point', module: 'point' }]);
  });

  it('documents in the module that passes it on what no other one shows', () => {
    const shape = readApi(sources, ['shape']).get('shape');
    expect(shape?.items.map(({ name }) => name)).toContain('Point');
    expect(shape?.passedOn).toEqual([]);
  });

  it('refuses a type that readers could not look up', () => {
    const hidden = new Map(sources);
    const text = sources.get('shape.ts') ?? '';
    hidden.set('shape.ts', text.replace('export type { Point };', ''));
    expect(() => readApi(hidden, ['shape'])).toThrow(/'Shape' names a type of/);
  });

  it('refuses modules with an error of types', () => {
    const broken = new Map([['a.ts', 'export const a: string = 1;']]);
    expect(() => emitModules(broken)).toThrow(/TS2322/);
  });

  it('names declarations as JavaScript does', () => {
    const emitted = emitModules(sources);
    expect([...emitted.keys()]).toEqual([
      'point.d.ts',
      'point.js',
      'shape.d.ts',
      'shape.js',
    ]);
    expect(emitted.get('shape.d.ts')).toContain("from './point.js'");
  });
});

it('the list of public modules names each once, and files that exist', () => {
  expect(new Set(publicModuleNames).size).toBe(publicModuleNames.length);
  for (const name of publicModuleNames) {
    expect(readSource(`packages/algorithms/src/${name}.ts`)).toContain(
      'export',
    );
  }
});
