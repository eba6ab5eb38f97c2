import { useEffect, useId, useState } from 'react';
import { type Dictionary, fill } from '~/i18n/dictionary';
import type { Locale } from '~/i18n/locales';
import type { Figure } from '~/lib/figures';
import type { LabTexts } from '~/lib/lab-texts';
import { plotTable } from '~/plots/data-table';
import { describePlot } from '~/plots/describe';
import { renderPlot } from '~/plots/render';
import { FramePlayer } from './FramePlayer';
import { Tabs } from './Tabs';

interface Props {
  id: string;
  text: Dictionary;
  locale: Locale;
  figures: readonly Figure[];
  texts: LabTexts;
}

export function FigurePane({ id, text, locale, figures, texts }: Props) {
  const [chosen, setChosen] = useState('');
  const figure =
    figures.find((item) => item.name === chosen) ?? figures[0] ?? null;
  return (
    <div className="pg-figures">
      {figure === null ? (
        <p className="pg-empty">{text.noFigure}</p>
      ) : (
        <>
          <Tabs
            label={text.figure}
            items={figures.map(({ name }) => ({
              key: name,
              title: texts.figureTitle(name),
            }))}
            active={figure.name}
            onChoose={setChosen}
          />
          <FigureView
            key={figure.name}
            id={`${id}-${figure.name}`}
            text={text}
            locale={locale}
            figure={figure}
            texts={texts}
          />
        </>
      )}
    </div>
  );
}

interface ViewProps extends Omit<Props, 'figures'> {
  figure: Figure;
}

function FigureView({ id, text, locale, figure, texts }: ViewProps) {
  const { frames } = figure;
  const [position, setPosition] = useState(frames.length - 1);
  // A new run shows its last frame, as the program left it.
  useEffect(() => setPosition(frames.length - 1), [frames]);
  const captionId = useId();
  const index = Math.min(Math.max(position, 0), frames.length - 1);
  const frame = frames[index];
  const translate = texts.term;
  return (
    <>
      {figure.broken !== undefined && (
        <p className="pg-notice" role="alert">
          {fill(text.figureBroken, {
            name: texts.figureTitle(figure.name),
            reason: figure.broken,
          })}
        </p>
      )}
      {frame !== undefined && (
        <figure className="pg-figure">
          <div
            role={frame.kind === 'table' ? undefined : 'img'}
            aria-label={
              frame.kind === 'table'
                ? undefined
                : describePlot(frame, { lang: locale, translate })
            }
            aria-describedby={captionId}
            className="pg-drawing"
            // biome-ignore lint/security/noDangerouslySetInnerHtml: src/plots escapes every text and attribute
            dangerouslySetInnerHTML={{
              __html: renderPlot(frames, index, {
                id,
                lang: locale,
                translate,
              }),
            }}
          />
          {frames.length > 1 && (
            <FramePlayer
              text={text}
              index={index}
              count={frames.length}
              onChange={setPosition}
            />
          )}
          <figcaption id={captionId}>{frame.data.caption}</figcaption>
          {frame.kind !== 'table' && (
            <DataTable text={text} table={plotTable(frame)} />
          )}
        </figure>
      )}
    </>
  );
}

interface DataTableProps {
  text: Dictionary;
  table: { columns: string[]; rows: string[][] };
}

function DataTable({ text, table }: DataTableProps) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details
      className="pg-data"
      onToggle={(event) => setIsOpen(event.currentTarget.open)}
    >
      <summary>{text.dataTable}</summary>
      {isOpen && (
        <div
          className="pg-table"
          tabIndex={0}
          role="region"
          aria-label={text.dataTable}
        >
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
              {table.rows.map((row, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other identity
                <tr key={index}>
                  {row.map((cell, column) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: neither have cells
                    <td key={column}>{cell}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </details>
  );
}
