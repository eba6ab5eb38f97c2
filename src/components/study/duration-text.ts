const units = [
  { unit: 'year', ms: 365 * 86_400_000 },
  { unit: 'month', ms: 30 * 86_400_000 },
  { unit: 'day', ms: 86_400_000 },
  { unit: 'hour', ms: 3_600_000 },
] as const;
const smallest = { unit: 'minute', ms: 60_000 } as const;

/** `10 minutes`, `3天`: a length of time in its largest unit, rounded. */
export function durationText(ms: number, locale: string): string {
  const { unit, ms: size } =
    units.find((item) => ms >= item.ms * 0.95) ?? smallest;
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit,
    unitDisplay: 'long',
    maximumFractionDigits: unit === 'month' || unit === 'year' ? 1 : 0,
  }).format(Math.max(1, ms / size));
}
