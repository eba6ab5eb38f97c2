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
  /** Where the point was, and where the pointer took hold of it. */
  start: readonly number[];
  grip: readonly number[];
  at: readonly number[];
}

/** One arrow key moves by this share of the axis. */
const NUDGE = 1 / 40;
/** About as fine as a finger can place a point: this many parts of the axis. */
const PARTS = 1000;
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
  const replace = (kind: Kind, index: number, at: readonly number[]) =>
    commit(
      kind,
      lists[kind].map((item, i) => (i === index ? at : item)),
    );
  const remove = (handle: Element, kind: Kind, index: number) => {
    const { length } = lists[kind];
    if (length <= FEWEST) {
      return;
    }
    const before = handle.previousElementSibling;
    if (index === length - 1 && before instanceof SVGElement) {
      // This handle goes; any other passes to the point that comes after.
      before.focus();
    }
    commit(
      kind,
      lists[kind].filter((_, i) => i !== index),
    );
  };
  const add = (kind: Kind, at: readonly number[]) =>
    commit(kind, [...lists[kind], at]);

  const valueAt = (event: PointerEvent): [number, number] => {
    const box = svg.current?.getBoundingClientRect();
    if (box === undefined) {
      return [0, 0];
    }
    const px = ((event.clientX - box.left) / box.width) * area.width;
    const py = ((event.clientY - box.top) / box.height) * area.height;
    return [
      along(area.x, share(px, area.left, area.right)),
      along(area.y, share(py, area.bottom, area.top)),
    ];
  };
  /** A coordinate that does not change stays as exact as it was. */
  const moved = ([x = 0, y = 0]: readonly number[], dx: number, dy: number) => [
    dx === 0 ? x : rounded(x + dx, area.x),
    dy === 0 ? y : rounded(y + dy, area.y),
  ];

  const onGround = (event: PointerEvent) => {
    if (tool === 'point' || tool === 'centroid') {
      add(tool, moved([0, 0], ...valueAt(event)));
    }
  };
  const onGrab = (event: PointerEvent, kind: Kind, index: number) => {
    event.stopPropagation();
    if (tool === 'delete') {
      remove(event.currentTarget, kind, index);
    } else if (tool === 'move') {
      event.currentTarget.setPointerCapture(event.pointerId);
      const start = lists[kind][index] ?? [0, 0];
      setHeld({ kind, index, start, grip: valueAt(event), at: start });
    } else {
      onGround(event);
    }
  };
  const onMove = (event: PointerEvent) => {
    if (held !== null) {
      const [x, y] = valueAt(event);
      const [fromX = 0, fromY = 0] = held.grip;
      setHeld({ ...held, at: moved(held.start, x - fromX, y - fromY) });
    }
  };
  const onDrop = () => {
    if (held !== null) {
      if (held.at.some((value, axis) => value !== held.start[axis])) {
        replace(held.kind, held.index, held.at);
      }
      setHeld(null);
    }
  };
  /** What a click with the tool does. */
  const applyTool = (handle: Element, kind: Kind, index: number) => {
    if (tool === 'delete') {
      remove(handle, kind, index);
    } else if (tool !== 'move') {
      add(tool, lists[kind][index] ?? [0, 0]);
    }
  };
  const onKeyDown = (event: KeyboardEvent, kind: Kind, index: number) => {
    const { key, currentTarget } = event;
    const dx = (area.x[1] - area.x[0]) * NUDGE;
    const dy = (area.y[1] - area.y[0]) * NUDGE;
    const steps: Record<string, [number, number]> = {
      ArrowLeft: [-dx, 0],
      ArrowRight: [dx, 0],
      ArrowUp: [0, dy],
      ArrowDown: [0, -dy],
    };
    const step = steps[key];
    if (step !== undefined) {
      replace(kind, index, moved(lists[kind][index] ?? [0, 0], ...step));
    } else if (key === 'Delete' || key === 'Backspace') {
      remove(currentTarget, kind, index);
    } else if (key === 'Enter' || key === ' ') {
      applyTool(currentTarget, kind, index);
    } else {
      return;
    }
    event.preventDefault();
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
        aria-label={fill(name, {
          n: index + 1,
          x: rounded(x, area.x),
          y: rounded(y, area.y),
        })}
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
            onClick={() =>
              add(tool, moved([0, 0], along(area.x, 0.5), along(area.y, 0.5)))
            }
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
  return low + (high - low) * part;
}

/** To the power of ten that is next to a part of the axis. */
function rounded(
  value: number,
  [low, high]: readonly [number, number],
): number {
  const decimals = Math.round(Math.log10(PARTS / (high - low)));
  if (decimals >= 0) {
    return Number(value.toFixed(Math.min(decimals, 100)));
  }
  const unit = 10 ** -decimals;
  return Math.round(value / unit) * unit;
}
