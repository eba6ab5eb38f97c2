const KEY = Symbol.for('guide.shippedFiles');
const STYLE = /\.(css|scss)(\?|$)/;

/**
 * Files whose code, styles or fonts are in the bundles of this build. Kept on
 * the global object: the configuration and the pages are separate bundles of
 * one process.
 *
 * @returns {Set<string>}
 */
export function shippedFiles() {
  globalThis[KEY] ??= new Set();
  return globalThis[KEY];
}

/**
 * Records them. Of what is rendered on the server, readers get the styles and
 * what those refer to; of the client's bundle, every module that was kept.
 *
 * @returns {import('vite').Plugin}
 */
export function recordShippedFiles() {
  const record = (file) => shippedFiles().add(file.split('?')[0]);
  return {
    name: 'record-shipped-files',
    apply: 'build',
    generateBundle(_, bundle) {
      const isClient = this.environment.name === 'client';
      for (const id of this.getModuleIds()) {
        if (STYLE.test(id)) {
          record(id);
        }
      }
      for (const output of Object.values(bundle)) {
        if (output.type === 'asset') {
          output.originalFileNames.forEach(record);
        } else if (isClient) {
          for (const [id, { renderedLength }] of Object.entries(
            output.modules,
          )) {
            if (renderedLength > 0) {
              record(id);
            }
          }
        }
      }
    },
  };
}
