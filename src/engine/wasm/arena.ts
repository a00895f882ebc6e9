import { PhotonicError } from '../../lib/fault';

const PAGE = 65536;
/** Below this the module keeps its static tables. */
const HEAP_START = 64 * 1024;
/** The most 32-bit WebAssembly memory can hold. */
const LARGEST = 65536 * PAGE;

/** Bump allocator over one WebAssembly memory; everything is freed together with the memory. */
export class Arena {
  readonly memory = new WebAssembly.Memory({ initial: HEAP_START / PAGE });
  #top = HEAP_START;

  /** Bytes taken so far. */
  get used(): number {
    return this.#top;
  }

  /** Makes room for so many bytes more at once; false where the browser does not give them. */
  reserve(bytes: number): boolean {
    const end = this.#top + bytes;
    const missing = end - this.memory.buffer.byteLength;
    if (missing <= 0) return true;
    if (end > LARGEST) return false;
    try {
      this.memory.grow(Math.ceil(missing / PAGE));
      return true;
    } catch {
      return false;
    }
  }

  /** Zeroed bytes at an address that is a multiple of 64, with 64 readable bytes beyond the end. */
  bytes(length: number): number {
    const address = this.#top;
    const padded = Math.ceil((length + 64) / 64) * 64;
    if (!this.reserve(padded)) throw outOfMemory(address + padded);
    this.#top += padded;
    return address;
  }

  /** Zeroed f32 (or i32) array. */
  floats(length: number): number {
    return this.bytes(4 * length);
  }

  putFloats(values: ArrayLike<number>, padding = 0): number {
    const address = this.floats(values.length + padding);
    this.f32(address, values.length).set(values);
    return address;
  }

  putInts(values: ArrayLike<number>): number {
    const address = this.floats(values.length);
    new Int32Array(this.memory.buffer, address, values.length).set(values);
    return address;
  }

  putBytes(values: Uint8Array): number {
    const address = this.bytes(values.length);
    this.u8(address, values.length).set(values);
    return address;
  }

  /** View that is valid until the next allocation. */
  f32(address: number, length: number): Float32Array {
    return new Float32Array(this.memory.buffer, address, length);
  }

  u8(address: number, length: number): Uint8Array {
    return new Uint8Array(this.memory.buffer, address, length);
  }

  copy(from: number, to: number, floats: number): void {
    new Uint8Array(this.memory.buffer).copyWithin(to, from, from + 4 * floats);
  }
}

function outOfMemory(bytes: number): PhotonicError {
  return new PhotonicError({
    code: 'engine/out-of-memory',
    message: `This run needs ${Math.ceil(bytes / 2 ** 20)} MB, more than the browser gives one page.`,
    fix: 'Use fewer modes, a smaller batch, or a smaller data set.',
  });
}
