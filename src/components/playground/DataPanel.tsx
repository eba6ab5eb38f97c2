import type { Lab } from '@runnable-guide/labs/lab';
import { type ChangeEvent, useId, useState } from 'react';
import { type Dictionary, fill } from '~/i18n/dictionary';
import type { CsvProblem } from '~/lib/csv-data';
import { saveFile } from '~/lib/save-file';
import { csvText } from './figure-files';
import { type LabDataState, withCsv } from './lab-data';

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
    const classes = result.classes?.map((name, n) => `${n} = ${name}`);
    say(
      fill(text.dataApplied, { rows: result.rows.length }) +
        (classes
          ? ` ${fill(text.dataClasses, { list: classes.join(', ') })}`
          : ''),
      false,
    );
  };
  const openFile = async (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0];
    event.target.value = '';
    if (file !== undefined) {
      const content = await file.text();
      setCsv(content.slice(0, 20_000));
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
      <p id={`${field}-help`}>
        {fill(state?.labels ? text.dataHelpLabels : text.dataHelp, {
          columns: state === null ? 0 : shapeOf(state).columns,
        })}
      </p>
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

function shapeOf({ rows, labels }: LabDataState) {
  return { hasLabels: labels !== null, columns: rows[0]?.length ?? 2 };
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
    bytes: text.csvBytes,
    rows: text.csvRows,
    columns: text.csvColumns,
    quotes: text.csvQuotes,
    ragged: text.csvRagged,
    number: text.csvNumber,
    label: text.csvLabel,
    width: text.csvWidth,
  };
  const { code, ...values } = problem;
  return fill(messages[code], values);
}
