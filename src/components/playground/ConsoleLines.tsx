import type { Dictionary } from '~/i18n/dictionary';
import type { Line } from './run-state';

interface Props {
  text: Dictionary;
  lines: readonly Line[];
  isDone: boolean;
}

export function ConsoleLines({ text, lines, isDone }: Props) {
  if (lines.length === 0) {
    return isDone ? <p className="pg-empty">{text.noOutput}</p> : null;
  }
  return (
    <>
      {lines.map((line) => (
        <div key={line.id} className={`pg-line is-${line.method}`}>
          {line.table ? <LineTable table={line.table} /> : line.text}
        </div>
      ))}
    </>
  );
}

function LineTable({ table }: { table: NonNullable<Line['table']> }) {
  return (
    <table>
      <thead>
        <tr>
          {table.columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map((row) => (
          <tr key={row[0]}>
            {row.map((cell, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: cells have no other identity
              <td key={index}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
