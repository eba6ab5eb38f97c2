import type { TableData } from '@runnable-guide/sandbox/plot';
import type { Context } from './context.ts';
import { formatNumber } from './number.ts';
import { el, type Markup } from './svg.ts';

type Cell = TableData['rows'][number][number];

/** An HTML table: unlike the other kinds it is text, and stays text. */
export function table(
  _frames: readonly TableData[],
  data: TableData,
  { translate }: Context,
): Markup {
  const isNumeric = data.columns.map((_, column) =>
    data.rows.every((row) => readsAsNumber(row[column])),
  );
  const look = (column: number) =>
    isNumeric[column] ? 'plot-number' : undefined;
  return el(
    'table',
    { class: 'plot-table' },
    el(
      'thead',
      {},
      el(
        'tr',
        {},
        data.columns.map((name, column) =>
          el('th', { scope: 'col', class: look(column) }, translate(name)),
        ),
      ),
    ),
    el(
      'tbody',
      {},
      data.rows.map((row) =>
        el(
          'tr',
          {},
          data.columns.map((_, column) =>
            el('td', { class: look(column) }, cellText(row[column], translate)),
          ),
        ),
      ),
    ),
  );
}

/** Numbers, also as text with an exponent or a percent sign, and gaps. */
function readsAsNumber(cell: Cell | undefined): boolean {
  if (typeof cell === 'string') {
    return /^([-+−]?\d+(\.\d+)?(e[-+]?\d+)?%?)?$/.test(cell);
  }
  return typeof cell === 'number' || cell === null;
}

export function cellText(
  cell: Cell | undefined,
  translate: (text: string) => string,
): string {
  if (cell === null || cell === undefined) return '–';
  if (typeof cell === 'number') return formatNumber(cell, 6);
  return typeof cell === 'boolean' ? String(cell) : translate(cell);
}
