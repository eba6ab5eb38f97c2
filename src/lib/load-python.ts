import worker from '@runnable-guide/sandbox/python-worker?inline-bundle';
import files from 'pyodide-files';

type Files = Record<(typeof files)[number]['name'], ArrayBuffer>;

/** Bytes that travel, all files together. */
const total = files.reduce((sum, { packed }) => sum + packed, 0);

/**
 * Fetches and unpacks Pyodide for the sandbox.
 *
 * @throws if a file does not arrive whole, or the loading is ended
 */
export async function loadPython(
  onProgress: (loaded: number, total: number) => void,
  signal: AbortSignal,
) {
  let loaded = 0;
  onProgress(loaded, total);
  const parts = files.map(async ({ name, url, size }) => {
    const response = await fetch(url, { signal });
    if (!response.ok || response.body === null) {
      throw new Error(`${name}: ${response.status}`);
    }
    const count = new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        loaded = Math.min(loaded + chunk.length, total);
        onProgress(loaded, total);
        controller.enqueue(chunk);
      },
    });
    const bytes = await unpacked(response.body.pipeThrough(count), size);
    if (bytes.byteLength !== size) {
      throw new Error(`${name}: ${bytes.byteLength} of ${size} bytes`);
    }
    return [name, bytes] as const;
  });
  return {
    workerCode: worker.code,
    files: Object.fromEntries(await Promise.all(parts)) as Files,
  };
}

/** A host may have unpacked it already, and the browser may have. */
async function unpacked(
  stream: ReadableStream<Uint8Array>,
  size: number,
): Promise<ArrayBuffer> {
  const bytes = await new Response(stream as BodyInit).arrayBuffer();
  if (bytes.byteLength === size) {
    return bytes;
  }
  const unpack = new Blob([bytes])
    .stream()
    .pipeThrough(new DecompressionStream('gzip'));
  return new Response(unpack).arrayBuffer();
}
