import { createServer } from 'node:net';

/** A port of 127.0.0.1 that nobody listens on. */
export const freePort = (): Promise<number> => listenable(0);

/**
 * A port of 127.0.0.1 on which one can listen: this one, or any where it is 0.
 * @throws where somebody listens on it
 */
export function listenable(port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().on('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const { port: found } = server.address() as { port: number };
      server.close(() => resolve(found));
    });
  });
}
