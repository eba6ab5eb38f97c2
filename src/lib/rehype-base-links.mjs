import { visit } from 'unist-util-visit';

/**
 * Pages link from the root (`/errata/`); the site may live below a base path.
 *
 * @param {{ base: string }} options
 */
export function rehypeBaseLinks({ base }) {
  const prefix = base.replace(/\/$/, '');
  return (tree) => {
    visit(tree, 'element', (element) => {
      const href = element.properties?.href;
      if (typeof href === 'string' && /^\/(?!\/)/.test(href)) {
        element.properties.href = prefix + href;
      }
    });
  };
}
