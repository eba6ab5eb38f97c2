import type { Plot } from '@runnable-guide/sandbox/plot';

/** The figures of the page; see `@runnable-guide/sandbox/plot`. */
export const plot: Plot;
