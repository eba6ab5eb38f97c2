const english = new Intl.PluralRules('en');

/**
 * Fills `{name}` places of a message. `{name:card|cards}` is a word that goes
 * with the number of that name: the first for one, the second for all others.
 */
export function fill(
  message: string,
  values: Readonly<Record<string, string | number>>,
): string {
  return message.replace(
    /\{(\w+)(?::([^|}]*)\|([^}]*))?\}/g,
    (place, name: string, one?: string, other?: string) => {
      if (!Object.hasOwn(values, name)) {
        return place;
      }
      const value = values[name] as string | number;
      return one === undefined || other === undefined
        ? String(value)
        : english.select(Number(value)) === 'one'
          ? one
          : other;
    },
  );
}
