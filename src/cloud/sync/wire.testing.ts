import type { Server, Socket } from 'node:net';
import { connect, createServer } from 'node:net';

const BODY = JSON.stringify({
  error: { code: 429, message: 'Quota exceeded.', status: 'RESOURCE_EXHAUSTED' },
});
const EXHAUSTED = [
  'HTTP/1.1 429 Too Many Requests',
  'Content-Type: application/json',
  `Content-Length: ${BODY.length}`,
  'Connection: close',
  '',
  BODY,
].join('\r\n');

/**
 * The wire between a device and Firestore, which a test can cut: connections break in the middle of whatever they carry, so
 * that an answer may be lost after its request has been obeyed.
 */
export class Wire {
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  readonly port: number;
  /** Bytes that the device has sent so far. */
  sent = 0;
  #isCut = false;
  #refused: string | undefined;

  private constructor(server: Server, port: number) {
    this.#server = server;
    this.port = port;
  }

  /** @param address of the emulator, `host:port` */
  static open(address: string): Promise<Wire> {
    const [host = '', port = ''] = address.split(':');
    return new Promise((resolve, reject) => {
      let wire: Wire | undefined;
      const server = createServer((near) => {
        if (wire === undefined || wire.#isCut) {
          near.destroy();
          return;
        }
        const far = connect(Number(port), host);
        near.on('data', (data) => {
          wire!.sent += data.length;
          if (wire!.#refused !== undefined && data.toString('latin1').includes(wire!.#refused))
            near.end(EXHAUSTED);
          else far.write(data);
        });
        far.on('data', (data) => near.write(data));
        wire.#join(near, far);
        wire.#join(far, near);
      });
      server.once('error', reject);
      server.listen(0, '127.0.0.1', () => {
        const at = server.address();
        wire = new Wire(server, typeof at === 'object' && at !== null ? at.port : 0);
        resolve(wire);
      });
    });
  }

  cut(): void {
    this.#isCut = true;
    for (const socket of this.#sockets) socket.destroy();
  }

  mend(): void {
    this.#isCut = false;
  }

  /** Requests whose address has this text are answered as the service does when a quota is exhausted; emulators have none. */
  exhaust(text: string | undefined): void {
    this.#refused = text;
    for (const socket of this.#sockets) socket.destroy();
  }

  close(): Promise<void> {
    this.cut();
    return new Promise((resolve) => this.#server.close(() => resolve()));
  }

  #join(from: Socket, to: Socket): void {
    this.#sockets.add(from);
    from.on('close', () => {
      this.#sockets.delete(from);
      to.destroy();
    });
    // A cut connection is what is asked for.
    from.on('error', () => to.destroy());
  }
}
