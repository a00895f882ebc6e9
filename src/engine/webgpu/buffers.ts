import type { Gpu } from './gpu';
import { outOfDeviceMemory } from './gpu';

/** Buffers that live and die together. */
export class Buffers {
  readonly #gpu: Gpu;
  readonly #all: GPUBuffer[] = [];

  constructor(gpu: Gpu) {
    this.#gpu = gpu;
  }

  /** Of everything allocated here. */
  get bytes(): number {
    return this.#all.reduce((sum, buffer) => sum + buffer.size, 0);
  }

  /** Zeroed storage of `bytes`. */
  storage(label: string, bytes: number): GPUBuffer {
    return this.#create(
      label,
      bytes,
      GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_SRC | GPUBufferUsage.COPY_DST,
    );
  }

  /** Storage whose content `fill` writes before the device ever sees it. */
  filled(label: string, bytes: number, fill: (target: ArrayBuffer) => void): GPUBuffer {
    const usage = GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_SRC | GPUBufferUsage.COPY_DST;
    const buffer = this.#create(label, bytes, usage, true);
    fill(buffer.getMappedRange());
    buffer.unmap();
    return buffer;
  }

  uniform(label: string, content: ArrayBuffer): GPUBuffer {
    const buffer = this.#create(label, content.byteLength, GPUBufferUsage.UNIFORM | GPUBufferUsage.COPY_DST);
    this.#gpu.device.queue.writeBuffer(buffer, 0, content);
    return buffer;
  }

  /** Where timestamp queries are resolved to. */
  timestamps(label: string, bytes: number): GPUBuffer {
    return this.#create(label, bytes, GPUBufferUsage.QUERY_RESOLVE | GPUBufferUsage.COPY_SRC);
  }

  /** What the host maps to read. */
  staging(label: string, bytes: number): GPUBuffer {
    return this.#create(`read ${label}`, bytes, GPUBufferUsage.MAP_READ | GPUBufferUsage.COPY_DST);
  }

  destroy(): void {
    for (const buffer of this.#all) buffer.destroy();
    this.#all.length = 0;
  }

  #create(label: string, bytes: number, usage: GPUBufferUsageFlags, mappedAtCreation = false): GPUBuffer {
    // Mapped buffers need a multiple of 4; uniform structs a multiple of 16.
    const size = Math.max(16, Math.ceil(bytes / 16) * 16);
    try {
      const buffer = this.#gpu.device.createBuffer({ label, size, usage, mappedAtCreation });
      this.#all.push(buffer);
      return buffer;
    } catch (error) {
      // Mapping at creation is the one allocation that throws at once.
      throw outOfDeviceMemory(`${label}, ${size} bytes: ${String(error)}`);
    }
  }
}
