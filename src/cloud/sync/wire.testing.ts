import type { Server, Socket } from 'node:net';
import { connect, createServer } from 'node:net';

/**
 * The wire between a device and Firestore, which a test can cut: connections break in the middle of whatever they carry, so
 * that an answer may be lost after its request has been obeyed.
 */
export class Wire {
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  readonly port: number;
  #isCut = false;

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

  close(): Promise<void> {
    this.cut();
    return new Promise((resolve) => this.#server.close(() => resolve()));
  }

  #join(from: Socket, to: Socket): void {
    this.#sockets.add(from);
    from.on('data', (data) => to.write(data));
    from.on('close', () => {
      this.#sockets.delete(from);
      to.destroy();
    });
    // A cut connection is what is asked for.
    from.on('error', () => to.destroy());
  }
}
