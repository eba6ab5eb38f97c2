import { serve } from '../../scripts/serve.ts';
import { base, port } from './site-url.ts';

/** Serves the built site for as long as the browsers run. */
export default async function setup(): Promise<() => void> {
  const server = await serve(port, base);
  return () => {
    server.closeAllConnections();
    server.close();
  };
}
