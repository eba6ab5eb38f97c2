import type { Lab, LabData } from '@runnable-guide/labs/lab';
import { type ChangeEvent, useId, useState } from 'react';
import { type Dictionary, fill } from '~/i18n/dictionary';
import type { CsvData, CsvProblem } from '~/lib/csv-data';
import { saveFile } from '~/lib/save-file';
import { csvText } from './figure-files';
import { type LabDataState, shapeOf, withCsv } from './lab-data';

interface Props {
  id: string;
  text: Dictionary;
  lab: Lab;
  files: Readonly<Record<string, string>>;
  /** The data of the program as it stands; null if its literals are gone. */
  state: LabDataState | null;
  /** Puts the program with the new data in place. */
  onChange: (path: string, code: string) => void;
}

/** The reader's own data: pasted or from a file, written into the program. */
export function DataPanel(props: Props) {
  const { id, text, lab, files, state, onChange } = props;
  const [csv, setCsv] = useState('');
  const [message, setMessage] = useState('');
  const [isBad, setIsBad] = useState(false);
  const field = useId();
  if (lab.data === undefined) {
    return null;
  }

  const say = (words: string, isProblem: boolean) => {
    setMessage(words);
    setIsBad(isProblem);
  };
  const apply = async (content: string) => {
    if (state === null) {
      say(fill(text.dataGone, { name: lab.data?.rows ?? '' }), true);
      return;
    }
    const { parseCsvData } = await import('~/lib/csv-data');
    const result = parseCsvData(content, shapeOf(state));
    if ('code' in result) {
      say(csvProblemText(result, text), true);
      return;
    }
    const code = withCsv(files[state.path] ?? '', state.data, result);
    if (code === null) {
      say(fill(text.dataGone, { name: state.data.rows }), true);
      return;
    }
    onChange(state.path, code);
    say(appliedText(result, text), false);
  };
  const openFile = async (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0];
    event.target.value = '';
    if (file !== undefined) {
      const content = await file.text();
      const { csvLimits } = await import('~/lib/csv-data');
      // All of it or nothing: half a file would look like the whole.
      setCsv(content.length > csvLimits.characters ? '' : content);
      await apply(content);
    }
  };
  const save = () => {
    if (state !== null) {
      saveFile(`${id}-data.csv`, new Blob([csvText(tableOf(state))]));
    }
  };

  return (
    <details className="pg-data-panel">
      <summary>{text.ownData}</summary>
      <p id={`${field}-help`}>{helpText(lab.data, state, text)}</p>
      <textarea
        aria-label={text.dataField}
        aria-describedby={`${field}-help`}
        rows={5}
        value={csv}
        spellCheck={false}
        placeholder={state === null ? '' : csvText(tableOf(state).slice(0, 4))}
        onChange={(event) => setCsv(event.target.value)}
      />
      <p className="pg-buttons">
        <button
          type="button"
          className="pg-button"
          onClick={() => void apply(csv)}
        >
          {text.dataUse}
        </button>
        <label>
          <input
            type="file"
            accept=".csv,text/csv,text/plain"
            onChange={(event) => void openFile(event)}
          />
          <span className="pg-button">{text.dataOpen}</span>
        </label>
        <button
          type="button"
          className="pg-button"
          onClick={save}
          disabled={state === null}
        >
          {text.dataSave}
        </button>
      </p>
      <p
        role="status"
        className={isBad ? 'pg-problem' : 'pg-hint'}
        hidden={message === ''}
      >
        {message}
      </p>
    </details>
  );
}

function helpText(
  data: LabData,
  state: LabDataState | null,
  text: Dictionary,
): string {
  const columns = state?.rows[0]?.length ?? 2;
  const limit = data.labels?.maxClasses ?? 20;
  const numbers = data.isWidthFree
    ? text.dataNumbersFree
    : fill(text.dataNumbers, { columns });
  const label = data.labels
    ? fill(text.dataLabel, { limit, largest: limit - 1 })
    : '';
  return fill(text.dataHelp, { line: numbers + label });
}

/** What was read, so that it shows when it was taken for something else. */
function appliedText({ rows, header, classes }: CsvData, text: Dictionary) {
  const said = [fill(text.dataApplied, { rows: rows.length })];
  if (header !== null) {
    const cells = header.cells.join(', ').slice(0, 100);
    said.push(fill(text.dataHeader, { row: header.row, cells }));
  }
  if (classes !== null) {
    const list = classes.map((name, n) => `${n} = ${name}`).join(', ');
    said.push(fill(text.dataClasses, { list }));
  }
  return said.join(' ');
}

function tableOf({ rows, labels }: LabDataState): string[][] {
  return rows.map((row, index) => {
    const label = labels?.[index];
    return [...row, ...(label === undefined ? [] : [label])].map(String);
  });
}

export function csvProblemText(problem: CsvProblem, text: Dictionary): string {
  const messages: Record<CsvProblem['code'], string> = {
    empty: text.csvEmpty,
    characters: text.csvCharacters,
    rows: text.csvRows,
    columns: text.csvColumns,
    quotes: text.csvQuotes,
    ragged: text.csvRagged,
    number: text.csvNumber,
    label: text.csvLabel,
    width: text.csvWidth,
    narrow: text.csvNarrow,
  };
  const { code, ...values } = problem;
  const largest = code === 'label' ? problem.limit - 1 : 0;
  const limit = 'limit' in values ? values.limit.toLocaleString('en') : '';
  return fill(messages[code], { ...values, largest, limit });
}
