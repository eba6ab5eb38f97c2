import { fill } from '~/i18n/fill';
import { createPad, FIRST_SEED, type Pad, type Point, SIDE } from './pad-state';

const STEP_MS = 550;
const NUDGE = 2;

const nudges: Readonly<Record<string, Point>> = {
  ArrowLeft: [-NUDGE, 0],
  ArrowRight: [NUDGE, 0],
  ArrowUp: [0, -NUDGE],
  ArrowDown: [0, NUDGE],
};

/** The live figure of the home page: drag a centroid, step, run. */
export class KMeansPad extends HTMLElement {
  private pad: Pad = createPad(3);
  private seed = FIRST_SEED;
  private k = 3;
  private timer: ReturnType<typeof setTimeout> | undefined;

  connectedCallback(): void {
    this.addEventListener('click', (event) => this.onClick(event));
    this.addEventListener('keydown', (event) => this.onKeyDown(event));
    this.svg.addEventListener('pointerdown', (event) => this.onGrab(event));
    this.draw();
  }

  disconnectedCallback(): void {
    clearTimeout(this.timer);
  }

  private get svg(): SVGSVGElement {
    return this.querySelector('svg') as SVGSVGElement;
  }

  private onClick(event: Event): void {
    const button = (event.target as Element).closest('button');
    if (button === null) {
      return;
    }
    clearTimeout(this.timer);
    const { k, action } = button.dataset;
    if (k !== undefined) {
      this.k = Number(k);
      this.restart();
    } else if (action === 'scatter') {
      this.seed += 1;
      this.restart();
    } else if (action === 'step') {
      this.pad.advance();
      this.draw();
    } else {
      this.run();
    }
  }

  private restart(): void {
    this.pad = createPad(this.k, this.seed);
    this.draw();
  }

  private run(): void {
    const more = this.pad.advance();
    this.draw();
    if (more) {
      this.timer = setTimeout(() => this.run(), STEP_MS);
    }
  }

  private onKeyDown(event: KeyboardEvent): void {
    const centroid = (event.target as Element).closest('.pad-centroid');
    const nudge = nudges[event.key];
    if (centroid === null || nudge === undefined) {
      return;
    }
    event.preventDefault();
    clearTimeout(this.timer);
    const cluster = Number(centroid.getAttribute('data-label'));
    const [x = 0, y = 0] = this.pad.step.centroids[cluster] ?? [];
    this.pad.move(cluster, [x + nudge[0], y + nudge[1]]);
    this.draw();
  }

  private onGrab(event: PointerEvent): void {
    const centroid = (event.target as Element).closest('.pad-centroid');
    if (centroid === null) {
      return;
    }
    event.preventDefault();
    clearTimeout(this.timer);
    (centroid as SVGGElement).focus();
    const cluster = Number(centroid.getAttribute('data-label'));
    const svg = this.svg;
    svg.setPointerCapture(event.pointerId);
    this.classList.add('is-dragging');
    const onMove = (move: PointerEvent) => {
      this.pad.move(cluster, this.positionOf(move));
      this.draw();
    };
    const onEnd = () => {
      this.classList.remove('is-dragging');
      svg.removeEventListener('pointermove', onMove);
    };
    svg.addEventListener('pointermove', onMove);
    svg.addEventListener('pointerup', onEnd, { once: true });
    svg.addEventListener('pointercancel', onEnd, { once: true });
  }

  private positionOf(event: PointerEvent): Point {
    const box = this.svg.getBoundingClientRect();
    return [
      ((event.clientX - box.left) / box.width) * SIDE,
      ((event.clientY - box.top) / box.height) * SIDE,
    ];
  }

  private draw(): void {
    const { points, step } = this.pad;
    this.match('.pad-points', points.length);
    this.match('.pad-links', points.length);
    this.match('.pad-centroids', step.centroids.length);
    const circles = this.querySelectorAll('.pad-points > circle');
    const links = this.querySelectorAll('.pad-links > line');
    for (const [index, [x, y]] of points.entries()) {
      const label = step.labels[index] ?? 0;
      const [cx = 0, cy = 0] = step.centroids[label] ?? [];
      set(circles[index], { cx: x, cy: y, 'data-label': label });
      set(links[index], { x1: x, y1: y, x2: cx, y2: cy, 'data-label': label });
    }
    const marks = this.querySelectorAll('.pad-centroid');
    for (const [index, [x = 0, y = 0]] of step.centroids.entries()) {
      set(marks[index], {
        transform: `translate(${x} ${y})`,
        'data-label': index,
        // A button only where a script answers it.
        role: 'button',
        tabindex: 0,
        'aria-label': fill(this.dataset['centroid'] ?? '', { n: index + 1 }),
      });
    }
    for (const button of this.querySelectorAll('[data-k]')) {
      const chosen = button.getAttribute('data-k') === String(this.k);
      button.setAttribute('aria-pressed', String(chosen));
    }
    const status = this.querySelector('.pad-status');
    if (status !== null) {
      const { converged, status: running } = this.dataset;
      status.textContent = fill((step.converged ? converged : running) ?? '', {
        iteration: step.iteration,
        inertia: Math.round(step.inertia),
      });
    }
  }

  /** Gives a group as many children as it needs, cloned from its first. */
  private match(group: string, count: number): void {
    const parent = this.querySelector(group);
    const first = parent?.firstElementChild;
    if (!parent || !first) {
      return;
    }
    while (parent.childElementCount < count) {
      parent.append(first.cloneNode(true));
    }
    while (parent.childElementCount > count) {
      parent.lastElementChild?.remove();
    }
  }
}

function set(
  element: Element | undefined,
  attributes: Readonly<Record<string, string | number>>,
): void {
  for (const [name, value] of Object.entries(attributes)) {
    element?.setAttribute(name, String(value));
  }
}
