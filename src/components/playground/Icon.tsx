/** Outlines on a 16 × 16 grid, drawn in the colour of the text. */
const paths = {
  lab: 'M6 2h4M7 2v4L3 13a1 1 0 0 0 1 1h8a1 1 0 0 0 1-1L9 6V2M5 10h6',
  run: 'M5 3l8 5-8 5z',
  stop: 'M4 4h8v8H4z',
  test: 'M3 8.5l3.2 3.2L13 4.5',
  reset: 'M3 8a5 5 0 1 0 1.6-3.7M3 2.5V5h2.5',
  share:
    'M6.5 9.5l3-3M7 4.5l1.2-1.2a3 3 0 0 1 4.3 4.3L11.3 9M9 11.5l-1.2 1.2a3 3 0 0 1-4.3-4.3L4.7 7',
  download: 'M8 2.5v8M4.5 7.5L8 11l3.5-3.5M3 13.5h10',
  expand: 'M9.5 2.5h4v4M13.5 2.5L9 7M6.5 13.5h-4v-4M2.5 13.5L7 9',
  play: 'M5 3l8 5-8 5z',
  pause: 'M5 3v10M11 3v10',
  previous: 'M10 3L5 8l5 5',
  next: 'M6 3l5 5-5 5',
} as const;

export type IconName = keyof typeof paths;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="pg-icon" viewBox="0 0 16 16" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  );
}
