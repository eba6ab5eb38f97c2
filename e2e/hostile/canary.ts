import { createServer } from 'node:net';

/** A foreign address that counts who calls, whatever the protocol. */
export async function startCanary() {
  let connections = 0;
  let requests = 0;
  const server = createServer((socket) => {
    connections += 1;
    socket.once('data', () => {
      requests += 1;
      socket.destroy();
    });
    socket.on('error', () => {});
    socket.setTimeout(2_000, () => socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  return {
    url: `http://127.0.0.1:${port}/canary.js`,
    connections: () => connections,
    /** Connections on which something was said. */
    requests: () => requests,
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
}
