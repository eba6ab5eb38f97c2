/**
 * Serves the built guide. A port that is taken is an error, never a silent
 * move to another one.
 *
 * Usage: node scripts/serve.ts   (PORT, default 4321; BASE_PATH as at build)
 */
import { existsSync, readFileSync } from 'node:fs';
import {
  createServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import { fileURLToPath } from 'node:url';
import sirv from 'sirv';

const built = fileURLToPath(new URL('../dist', import.meta.url));

/** Answers requests from a built guide. */
export function filesOf(base = '/', dist = built) {
  if (!existsSync(`${dist}/index.html`)) {
    throw new Error('There is no built guide in dist/: run `npm run build`.');
  }
  const prefix = base.replace(/\/$/, '');
  const notFound = readFileSync(`${dist}/404.html`);
  // A compressed copy beside a file is sent to whom it suits. The next build
  // is seen at once: a browser that is told no age guesses one.
  const files = sirv(dist, { etag: true, brotli: true, maxAge: 0 });
  return (request: IncomingMessage, response: ServerResponse) => {
    const url = request.url ?? '/';
    const fail = () => {
      response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' });
      response.end(notFound);
    };
    if (!url.startsWith(`${prefix}/`)) {
      fail();
      return;
    }
    request.url = url.slice(prefix.length);
    files(request, response, fail);
  };
}

export function serve(port: number, base = '/', dist = built): Promise<Server> {
  const server = createServer(filesOf(base, dist));
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(
        error.code === 'EADDRINUSE'
          ? new Error(
              `Port ${port} is taken. Stop what uses it, or choose another: ` +
                `PORT=${port + 1} npm start`,
            )
          : error,
      );
    });
    server.listen(port, () => resolve(server));
  });
}

if (import.meta.main) {
  const port = Number(process.env['PORT'] ?? 4321);
  const base = process.env['BASE_PATH'] ?? '/';
  try {
    await serve(port, base);
    const path = `${base.replace(/\/$/, '')}/`;
    console.log(`\n  指南 · The guide:  http://localhost:${port}${path}\n`);
  } catch (error) {
    console.error(`\n  ${error instanceof Error ? error.message : error}\n`);
    process.exitCode = 1;
  }
}
