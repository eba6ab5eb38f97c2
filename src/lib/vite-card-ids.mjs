import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parse } from 'yaml';

const NAME = 'card-ids';

/**
 * `import ids from 'card-ids'` gives the ids of the guide's cards, without
 * their text.
 *
 * @param {string} file the cards, from the root of the repository
 * @returns {import('vite').Plugin}
 */
export function cardIds(file) {
  return {
    name: NAME,
    resolveId: (id) => (id === NAME ? `\0${NAME}` : null),
    async load(id) {
      if (id !== `\0${NAME}`) {
        return null;
      }
      this.addWatchFile(resolve(file));
      const cards = parse(await readFile(file, 'utf8'));
      return `export default ${JSON.stringify(cards.map((card) => card.id))};`;
    },
  };
}
