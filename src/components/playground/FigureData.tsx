import type { PlotFrame } from '@runnable-guide/sandbox/plot';
import type { Dictionary } from '~/i18n/dictionary';
import type { Locale } from '~/i18n/locales';
import { saveFile } from '~/lib/save-file';
import { plotTable, rawTable } from '~/plots/data-table';
import { csvText, pngOfFigure, svgOfFigure } from './figure-files';
import { TextTable } from './TextTable';

export interface FigureDataProps {
  text: Dictionary;
  locale: Locale;
  /** File name without its ending. */
  name: string;
  frame: PlotFrame;
  translate: (text: string) => string;
}

/** The data behind the picture, and the picture as a file. */
export default function FigureData(props: FigureDataProps) {
  const { text, locale, name, frame, translate } = props;
  const options = { lang: locale, translate };
  const table = plotTable(frame, options);
  const hasPicture = frame.kind !== 'table';
  const hasModel = frame.kind === 'tree' || frame.kind === 'network';
  const pictureOf = (element: Element) =>
    element.closest('.pg-figure')?.querySelector('.pg-drawing svg');

  const saveSvg = (element: Element) => {
    const svg = pictureOf(element);
    if (svg) {
      saveFile(`${name}.svg`, new Blob([svgOfFigure(svg)]));
    }
  };
  const savePng = async (element: Element) => {
    const svg = pictureOf(element);
    if (svg) {
      saveFile(`${name}.png`, await pngOfFigure(svg));
    }
  };
  const saveCsv = () => {
    const { columns, rows } = rawTable(frame, options);
    saveFile(`${name}.csv`, new Blob([csvText([columns, ...rows])]));
  };
  const saveJson = () => {
    const json = JSON.stringify(frame.data, null, 2);
    saveFile(`${name}.json`, new Blob([json]));
  };

  return (
    <>
      <p className="pg-buttons">
        {hasPicture && (
          <>
            <button
              type="button"
              className="pg-button"
              onClick={(event) => saveSvg(event.currentTarget)}
            >
              SVG
            </button>
            <button
              type="button"
              className="pg-button"
              onClick={(event) => void savePng(event.currentTarget)}
            >
              PNG
            </button>
          </>
        )}
        <button type="button" className="pg-button" onClick={saveCsv}>
          CSV
        </button>
        {hasModel && (
          <button type="button" className="pg-button" onClick={saveJson}>
            JSON
          </button>
        )}
      </p>
      {hasPicture && (
        <div
          className="pg-table"
          tabIndex={0}
          role="region"
          aria-label={text.dataTable}
        >
          <TextTable {...table} />
        </div>
      )}
      {hasPicture && table.note !== undefined && (
        <p className="pg-hint">{table.note}</p>
      )}
    </>
  );
}
