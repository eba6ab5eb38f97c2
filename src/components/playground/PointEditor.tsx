import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import { type Dictionary, fill } from '~/i18n/dictionary';
import type { NumberTable } from '~/lib/data-literal';
import type { ScatterArea } from '~/plots/render';
import { Tabs } from './Tabs';

interface Props {
  text: Dictionary;
  area: ScatterArea;
  points: NumberTable;
  centroids: NumberTable;
  onPoints: (points: NumberTable) => void;
  onCentroids: (centroids: NumberTable) => void;
}

type Tool = 'move' | 'point' | 'centroid' | 'delete';
type Kind = 'point' | 'centroid';
interface Held {
  kind: Kind;
  index: number;
  at: readonly number[];
}

/** One arrow key moves by this share of the axis. */
const NUDGE = 1 / 40;
const FEWEST = 1;

/**
 * Lies over a scatter plot: every point and centroid is a handle that can be
 * dragged, moved by arrow keys and deleted; a click on the ground adds one.
 */
export function PointEditor(props: Props) {
  const { text, area, points, centroids } = props;
  const [tool, setTool] = useState<Tool>('move');
  const [held, setHeld] = useState<Held | null>(null);
  const svg = useRef<SVGSVGElement>(null);

  const lists: Record<Kind, NumberTable> = {
    point: points,
    centroid: centroids,
  };
  const commit = (kind: Kind, list: NumberTable) =>
    kind === 'point' ? props.onPoints(list) : props.onCentroids(list);
  const replace = ({ kind, index, at }: Held) =>
    commit(
      kind,
      lists[kind].map((item, i) => (i === index ? at : item)),
    );
  const remove = (kind: Kind, index: number) => {
    if (lists[kind].length > FEWEST) {
      commit(
        kind,
        lists[kind].filter((_, i) => i !== index),
      );
    }
  };
  const add = (kind: Kind, at: readonly number[]) =>
    commit(kind, [...lists[kind], at]);

  const valueAt = (event: PointerEvent): number[] => {
    const box = svg.current?.getBoundingClientRect();
    if (box === undefined) {
      return [0, 0];
    }
    const px = ((event.clientX - box.left) / box.width) * area.width;
    const py = ((event.clientY - box.top) / box.height) * area.height;
    const x = share(px, area.left, area.right);
    const y = share(py, area.bottom, area.top);
    return [along(area.x, x), along(area.y, y)];
  };

  const onGround = (event: PointerEvent) => {
    if (tool === 'point' || tool === 'centroid') {
      add(tool, valueAt(event));
    }
  };
  const onGrab = (event: PointerEvent, kind: Kind, index: number) => {
    event.stopPropagation();
    if (tool === 'delete') {
      remove(kind, index);
    } else if (tool === 'move') {
      (event.currentTarget as SVGElement).setPointerCapture(event.pointerId);
      setHeld({ kind, index, at: lists[kind][index] ?? [0, 0] });
    } else {
      onGround(event);
    }
  };
  const onMove = (event: PointerEvent) => {
    if (held !== null) {
      setHeld({ ...held, at: valueAt(event) });
    }
  };
  const onDrop = () => {
    if (held !== null) {
      replace(held);
      setHeld(null);
    }
  };
  const onKeyDown = (event: KeyboardEvent, kind: Kind, index: number) => {
    const [x = 0, y = 0] = lists[kind][index] ?? [];
    const dx = (area.x[1] - area.x[0]) * NUDGE;
    const dy = (area.y[1] - area.y[0]) * NUDGE;
    const moved: Record<string, number[]> = {
      ArrowLeft: [x - dx, y],
      ArrowRight: [x + dx, y],
      ArrowUp: [x, y + dy],
      ArrowDown: [x, y - dy],
    };
    const at = moved[event.key];
    if (at !== undefined) {
      event.preventDefault();
      replace({ kind, index, at: at.map(rounded) });
    } else if (event.key === 'Delete' || event.key === 'Backspace') {
      event.preventDefault();
      remove(kind, index);
    }
  };

  const handle = (kind: Kind, index: number, value: readonly number[]) => {
    const isHeld = held?.kind === kind && held.index === index;
    const [x = 0, y = 0] = isHeld ? held.at : value;
    const name = kind === 'point' ? text.pointName : text.centroidName;
    return (
      <circle
        key={`${kind}-${index}`}
        className={`pg-handle is-${kind}${isHeld ? ' is-held' : ''}`}
        cx={mapped(x, area.x, area.left, area.right)}
        cy={mapped(y, area.y, area.bottom, area.top)}
        r={kind === 'point' ? 12 : 17}
        tabIndex={0}
        role="button"
        aria-label={fill(name, { n: index + 1, x: rounded(x), y: rounded(y) })}
        onPointerDown={(event) => onGrab(event, kind, index)}
        onKeyDown={(event) => onKeyDown(event, kind, index)}
      />
    );
  };

  return (
    <>
      <svg
        ref={svg}
        className={`pg-point-editor is-${tool}`}
        viewBox={`0 0 ${area.width} ${area.height}`}
        onPointerDown={onGround}
        onPointerMove={onMove}
        onPointerUp={onDrop}
        onPointerCancel={() => setHeld(null)}
        role="group"
        aria-label={text.editPoints}
      >
        <rect width={area.width} height={area.height} fill="transparent" />
        {points.map((point, index) => handle('point', index, point))}
        {centroids.map((centroid, index) =>
          handle('centroid', index, centroid),
        )}
      </svg>
      <div className="pg-tools">
        <Tabs
          label={text.tool}
          items={[
            { key: 'move', title: text.toolMove },
            { key: 'point', title: text.toolPoint },
            { key: 'centroid', title: text.toolCentroid },
            { key: 'delete', title: text.toolDelete },
          ]}
          active={tool}
          onChoose={(key) => setTool(key as Tool)}
        />
        {(tool === 'point' || tool === 'centroid') && (
          <button
            type="button"
            className="pg-button"
            onClick={() => add(tool, [along(area.x, 0.5), along(area.y, 0.5)])}
          >
            {text.addInMiddle}
          </button>
        )}
      </div>
      <p className="pg-hint">{text.editPointsHelp}</p>
    </>
  );
}

function mapped(
  value: number,
  [low, high]: readonly [number, number],
  from: number,
  to: number,
): number {
  return from + ((value - low) / (high - low)) * (to - from);
}

function share(position: number, from: number, to: number): number {
  return Math.min(Math.max((position - from) / (to - from), 0), 1);
}

function along([low, high]: readonly [number, number], part: number): number {
  return rounded(low + (high - low) * part);
}

/** Two decimals are as fine as a finger can place a point. */
function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
