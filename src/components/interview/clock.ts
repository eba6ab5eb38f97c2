import { clockText } from '~/lib/interview/report';

/** A minute before the end the clock says so. */
const NEAR_SECONDS = 60;

export type ClockState = 'ok' | 'near' | 'over';

export interface ClockView {
  show: (text: string, state: ClockState, isRunning: boolean) => void;
}

/** Counts the seconds of an answer. It warns and never ends anything. */
export class Clock {
  private before: number;
  private readonly allowed: number;
  private readonly view: ClockView;
  private startedAt: number | null = null;
  private timer: ReturnType<typeof setInterval> | undefined;

  /** @param seconds counted before */
  constructor(seconds: number, allowed: number, view: ClockView) {
    this.before = seconds;
    this.allowed = allowed;
    this.view = view;
  }

  get isRunning(): boolean {
    return this.startedAt !== null;
  }

  get seconds(): number {
    const running =
      this.startedAt === null ? 0 : (Date.now() - this.startedAt) / 1000;
    return this.before + Math.max(0, running);
  }

  start(): void {
    this.startedAt ??= Date.now();
    clearInterval(this.timer);
    this.timer = setInterval(() => this.show(), 500);
    this.show();
  }

  pause(): void {
    this.before = this.seconds;
    this.startedAt = null;
    clearInterval(this.timer);
    this.show();
  }

  private show(): void {
    const left = this.allowed - this.seconds;
    const state = left <= 0 ? 'over' : left <= NEAR_SECONDS ? 'near' : 'ok';
    const text = `${clockText(this.seconds)} / ${clockText(this.allowed)}`;
    this.view.show(text, state, this.isRunning);
  }
}
