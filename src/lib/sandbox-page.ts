import gate from '@runnable-guide/sandbox/gate?inline-bundle';
import { startHost } from '@runnable-guide/sandbox/host';
import worker from '@runnable-guide/sandbox/worker?inline-bundle';
import { frameDocument } from './frame-document';

startHost({
  frameDocument,
  workerCode: worker.code,
  gateCode: gate.code,
  loadTestLibrary: async () => {
    const library = await import(
      '@runnable-guide/sandbox/expect?inline-bundle&global=playgroundExpect'
    );
    return library.default.code;
  },
  loadPython: async (...request) => {
    const { loadPython } = await import('./load-python');
    return loadPython(...request);
  },
});
