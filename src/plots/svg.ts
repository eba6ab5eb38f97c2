export type Attribute = string | number | undefined;

export type Child = Markup | string | readonly Child[] | undefined;

const leaves = new Set(['path', 'rect', 'line', 'circle']);

/** Text that is markup already; only this module can make it. */
class Markup {
  readonly html: string;

  constructor(html: string) {
    this.html = html;
  }
}

export type { Markup };

/**
 * One element. Attribute values and string children are escaped, so data can
 * never become markup; only what `el` returned goes through as it is. Names of
 * elements and attributes must be constants of the caller.
 */
export function el(
  name: string,
  attributes: Readonly<Record<string, Attribute>>,
  ...children: Child[]
): Markup {
  let open = `<${name}`;
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined) continue;
    const text = typeof value === 'number' ? coordinate(value) : value;
    open += ` ${key}="${escapeText(text)}"`;
  }
  const inner = children.map(serialise).join('');
  if (inner === '' && leaves.has(name)) return new Markup(`${open}/>`);
  return new Markup(`${open}>${inner}</${name}>`);
}

/** A coordinate with one decimal; what is not finite becomes 0. */
export function coordinate(value: number): string {
  if (!Number.isFinite(value)) return '0';
  const rounded = Math.round(value * 10) / 10;
  return String(rounded === 0 ? 0 : rounded);
}

/** Path data: strings are commands, numbers are rounded coordinates. */
export function path(...parts: readonly (string | number)[]): string {
  let data = '';
  for (const part of parts) {
    if (typeof part === 'string') {
      data += part;
      continue;
    }
    const text = coordinate(part);
    const glue = /[\d.]$/.test(data) && !text.startsWith('-') ? ' ' : '';
    data += glue + text;
  }
  return data;
}

function serialise(child: Child): string {
  if (child === undefined) return '';
  if (typeof child === 'string') return escapeText(child);
  if (child instanceof Markup) return child.html;
  return child.map(serialise).join('');
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

// Control characters and direction overrides would garble a whole label.
const unprintable = /[\p{Cc}\u202a-\u202e\u2066-\u2069]|\p{Cs}/gu;

function escapeText(text: string): string {
  return text
    .replace(unprintable, ' ')
    .replace(/[&<>"']/g, (character) => entities[character] ?? '');
}
