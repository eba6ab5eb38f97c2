type Translate = (text: string) => string;

const numeric = /^[-+]?(\d+(\.\d+)?(e[-+]?\d+)?%?|∞|Infinity|NaN)$/;

/**
 * Looks texts up in `terms`. A term is a whole text or a pattern: `{0}` in it
 * stands for a number, `{name}` for any text, which is then looked up too. An
 * exact term comes before a pattern, a pattern before those listed after it.
 * A text without a term stays as it is.
 */
export function translator(terms: Readonly<Record<string, string>>): Translate {
  const patterns = Object.entries(terms)
    .filter(([term]) => term.includes('{'))
    .map(([term, meaning]) => ({ pieces: term.split(/[{}]/), meaning }));

  const translate: Translate = (text) => {
    if (Object.hasOwn(terms, text)) return terms[text] ?? text;
    for (const { pieces, meaning } of patterns) {
      const found = match(pieces, text);
      if (found === null) continue;
      return meaning.replace(/\{(\w+)\}/g, (_, name: string) => {
        return translate(found.get(name) ?? '');
      });
    }
    return text;
  };
  return translate;
}

/**
 * What the placeholders stand for. `pieces` are literals and, in between, the
 * names of placeholders; each literal is taken where it comes first, the last
 * one at the end of the text.
 */
function match(
  pieces: readonly string[],
  text: string,
): Map<string, string> | null {
  const [start = '', ...rest] = pieces;
  if (!text.startsWith(start)) return null;
  const found = new Map<string, string>();
  let position = start.length;
  for (let i = 0; i < rest.length; i += 2) {
    const [name = '', literal = ''] = rest.slice(i);
    const isLast = i + 2 >= rest.length;
    const end = isLast
      ? text.endsWith(literal)
        ? text.length - literal.length
        : -1
      : text.indexOf(literal, position + 1);
    if (end <= position) return null;
    const value = text.slice(position, end);
    if (/^\d/.test(name) && !numeric.test(value)) return null;
    found.set(name, value);
    position = end + literal.length;
  }
  return position === text.length ? found : null;
}
