import { useId, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { type Dictionary, fill } from '~/i18n/dictionary';
import type { Locale } from '~/i18n/locales';
import { writeTable } from '~/lib/data-literal';
import type { Figure } from '~/lib/figures';
import type { LabTexts } from '~/lib/lab-texts';
import { describePlot } from '~/plots/describe';
import { renderPlot, scatterArea } from '~/plots/render';
import { FigureExports } from './FigureExports';
import { FramePlayer } from './FramePlayer';
import { type LabDataState, withCentroids } from './lab-data';
import { PointEditor } from './PointEditor';
import { Tabs } from './Tabs';

interface Props {
  id: string;
  text: Dictionary;
  locale: Locale;
  figures: readonly Figure[];
  /** Name of the figure shown. */
  active: string;
  /** The frame to show; -1 for the last. */
  frame: number;
  /** The program has run to its end. */
  isDone: boolean;
  /** It may draw more. */
  isRunning: boolean;
  /** Identity of the run that drew the figures. */
  run: number;
  /** Grows when the reader asks to see a run from its start. */
  playCount: number;
  texts: LabTexts;
  /** The program's data, where the lab lets the figure change it. */
  data: LabDataState | null;
  code: Readonly<Record<string, string>>;
  onChoose: (name: string) => void;
  onFrame: (index: number) => void;
  onData: (path: string, code: string) => void;
}

export function FigurePane(props: Props) {
  const { text, figures, active, texts, onChoose, onFrame } = props;
  const figure = figures.find(({ name }) => name === active);
  return (
    <div className="pg-figures">
      {figure === undefined ? (
        <p className="pg-empty">
          {props.isDone ? text.noFigure : text.noFigureYet}
        </p>
      ) : (
        <>
          {figures.length > 1 && (
            <Tabs
              label={text.figure}
              items={figures.map(({ name }) => ({
                key: name,
                title: texts.figureTitle(name),
              }))}
              active={active}
              onChoose={(name) => {
                onChoose(name);
                onFrame(-1);
              }}
            />
          )}
          <FigureView key={active} {...props} figure={figure} />
        </>
      )}
    </div>
  );
}

const STILL = '(prefers-reduced-motion: reduce)';

function FigureView(props: Props & { figure: Figure }) {
  const { id, text, locale, figure, frame: wanted, playCount, texts } = props;
  const { onFrame } = props;
  const { frames } = figure;
  const captionId = useId();
  const [isPlaying, setIsPlaying] = useState(false);
  const [isEditing, setIsEditing] = useState(false);
  const index =
    wanted < 0 ? frames.length - 1 : Math.min(wanted, frames.length - 1);

  // A run that was asked for plays from its start, without its end before; an
  // edit shows the end.
  const played = useRef(playCount);
  const { run } = props;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for a run
  useLayoutEffect(() => {
    const isAsked = played.current !== playCount;
    played.current = playCount;
    const plays = isAsked && !matchMedia(STILL).matches;
    onFrame(plays ? 0 : -1);
    setIsPlaying(plays);
  }, [run]);

  const frame = frames[index];
  const translate = texts.term;
  const title = texts.figureTitle(figure.name);
  const options = useMemo(
    () => ({ id: `${id}-${figure.name}`, lang: locale, translate }),
    [id, figure.name, locale, translate],
  );
  // A key pressed in the editor renders this, too: it draws nothing anew.
  const drawing = useMemo(() => {
    const shown = frames[index];
    const position = { index, count: frames.length };
    return shown === undefined
      ? null
      : {
          label: describePlot(shown, { lang: locale, translate, position }),
          html: renderPlot(frames, index, options),
        };
  }, [frames, index, locale, translate, options]);
  const { data } = props;
  const canEdit = data !== null && data.data.figure?.name === figure.name;
  const area =
    canEdit && isEditing ? scatterArea(frames, index, options) : null;
  const change = (code: string | null) => {
    if (code !== null && data !== null) {
      props.onData(data.path, code);
    }
  };
  return (
    <>
      {figure.broken !== undefined && (
        <p className="pg-notice" role="alert">
          {fill(text.figureBroken, { name: title, reason: figure.broken })}
        </p>
      )}
      {frame !== undefined && drawing !== null && (
        <figure className="pg-figure">
          <div className="pg-stage">
            <Drawing
              isTable={frame.kind === 'table'}
              label={drawing.label}
              captionId={captionId}
              html={drawing.html}
            />
            {area !== null && data !== null && (
              <PointEditor
                text={text}
                area={area}
                points={data.rows}
                centroids={data.centroids ?? []}
                onPoints={(points) =>
                  change(
                    writeTable(
                      props.code[data.path] ?? '',
                      data.data.rows,
                      points,
                    ),
                  )
                }
                onCentroids={(centroids) =>
                  change(
                    withCentroids(
                      props.code[data.path] ?? '',
                      data.data,
                      centroids,
                    ),
                  )
                }
              />
            )}
          </div>
          {frames.length > 1 && (
            <FramePlayer
              text={text}
              index={index}
              count={frames.length}
              isPlaying={isPlaying}
              isGrowing={props.isRunning}
              onPlay={setIsPlaying}
              onChange={onFrame}
            />
          )}
          <figcaption id={captionId}>
            {translate(frame.data.caption ?? '')}
          </figcaption>
          {canEdit && (
            <button
              type="button"
              className="pg-button"
              aria-pressed={isEditing}
              onClick={() => setIsEditing(!isEditing)}
            >
              {text.editPoints}
            </button>
          )}
          <FigureExports
            text={text}
            locale={locale}
            name={`${id}-${figure.name}`}
            frame={frame}
            translate={translate}
          />
        </figure>
      )}
    </>
  );
}

interface DrawingProps {
  isTable: boolean;
  label: string;
  captionId: string;
  html: string;
}

/** The picture, with its description; a table speaks for itself. */
function Drawing({ isTable, label, captionId, html }: DrawingProps) {
  // src/plots escapes every text and attribute it is given.
  const markup = { __html: html };
  return isTable ? (
    // biome-ignore lint/security/noDangerouslySetInnerHtml: see above
    <div className="pg-drawing" dangerouslySetInnerHTML={markup} />
  ) : (
    <div
      className="pg-drawing"
      role="img"
      aria-label={label}
      aria-describedby={captionId}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: see above
      dangerouslySetInnerHTML={markup}
    />
  );
}
