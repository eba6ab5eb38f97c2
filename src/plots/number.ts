const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** Whether a value has a place on an axis; leaves room for differences. */
export function isDrawable(value: number): boolean {
  return Math.abs(value) < 1e150;
}

/** A number for people: four significant digits at most, true minus sign. */
export function formatNumber(value: number, digits = 4): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? '∞' : '−∞';
  const size = Math.abs(value);
  if (size !== 0 && (size >= 1e6 || size < 1e-4)) return scientific(value, 3);
  const decimals =
    size >= 1 ? digits - Math.floor(Math.log10(size)) - 1 : digits;
  const rounded = Number(value.toFixed(Math.min(Math.max(decimals, 0), 8)));
  return grouped(rounded);
}

/** Tick text that shows the step and no more, such as 0.5 or 10,000. */
export function formatTick(value: number, step: number): string {
  const size = Math.abs(value);
  if (size < step * 1e-6) return '0';
  if (size >= 1e6 || step < 1e-4) {
    const digits = Math.ceil(Math.log10(size / step) - 1e-6) + 1;
    return scientific(value, Math.min(Math.max(digits, 1), 6));
  }
  const decimals = Math.max(0, -Math.floor(Math.log10(step) + 1e-6));
  return grouped(Number(value.toFixed(decimals)), decimals);
}

function grouped(value: number, decimals?: number): string {
  const text = decimals === undefined ? String(value) : value.toFixed(decimals);
  const [whole = '', fraction] = text.replace('-', '').split('.');
  const commas =
    whole.length > 4 ? whole.replace(/\B(?=(\d{3})+$)/g, ',') : whole;
  const sign = value < 0 ? '−' : '';
  return sign + commas + (fraction === undefined ? '' : `.${fraction}`);
}

function scientific(value: number, digits: number): string {
  const [mantissa = '', exponent = ''] = value
    .toExponential(digits - 1)
    .split('e');
  const power = Number(exponent);
  const raised = [...String(Math.abs(power))]
    .map((digit) => superscripts[Number(digit)])
    .join('');
  const base = `10${power < 0 ? '⁻' : ''}${raised}`;
  const factor = String(Number(mantissa)).replace('-', '−');
  if (factor === '1') return base;
  return factor === '−1' ? `−${base}` : `${factor}×${base}`;
}
