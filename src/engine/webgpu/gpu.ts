import { PhotonicError } from '../../lib/fault';
import { deviceLost, engineError } from '../engine-fault';
import type { OpenedDevice } from './adapter';
import type { KernelSpec } from './kernel-spec';

/** A kernel ready to run. */
export interface Kernel {
  readonly name: string;
  readonly pipeline: GPUComputePipeline;
  readonly layout: GPUBindGroupLayout;
}

/** One launch of a kernel over its workgroups. */
export interface Dispatch {
  readonly kernel: Kernel;
  readonly group: GPUBindGroup;
  readonly workgroups: readonly [number, number, number];
}

const BUFFER_TYPE = { uniform: 'uniform', read: 'read-only-storage', write: 'storage' } as const;

/**
 * A device with its pipelines, cached by source, and one place where everything that goes wrong with it
 * arrives: a lost device and errors nobody asked for both reject {@link Gpu.wait}.
 */
export class Gpu {
  readonly device: GPUDevice;
  readonly label: string;
  readonly isSoftware: boolean;
  readonly hasTimestamps: boolean;
  /** Rejects with `engine/device-lost`; stays pending after {@link Gpu.dispose}. */
  readonly lost: Promise<never>;
  readonly #kernels = new Map<string, Promise<Kernel>>();
  /** Who must be told when the device breaks. */
  readonly #waiting = new Set<(reason: PhotonicError) => void>();
  #fault: PhotonicError | undefined;
  #disposed = false;

  constructor({ device, label, isSoftware }: OpenedDevice) {
    this.device = device;
    this.label = label;
    this.isSoftware = isSoftware;
    this.hasTimestamps = device.features.has('timestamp-query');
    this.lost = new Promise((_, reject) => {
      void device.lost.then((info) => {
        if (this.#disposed) return;
        reject(this.#break(deviceLost(`${info.reason}: ${info.message}`)));
      });
    });
    // Calls that wait are told themselves; a loss nobody waits for is not an error of the page.
    this.lost.catch(() => undefined);
    device.addEventListener('uncapturederror', (event) => {
      this.#break(toPhotonicError(event.error));
    });
  }

  /** Throws what broke the device, if anything did. */
  check(): void {
    if (this.#fault) throw this.#fault;
    if (this.#disposed)
      throw engineError('disposed', 'This graphics device was closed.', 'Open the experiment again.');
  }

  /** The promise, or a rejection as soon as the device breaks. */
  async wait<T>(promise: Promise<T>): Promise<T> {
    this.check();
    let tell: ((reason: PhotonicError) => void) | undefined;
    // Not Promise.race with one long-lived promise: that would keep a reaction for every wait there ever was.
    const broken = new Promise<never>((_, reject) => {
      tell = reject;
      this.#waiting.add(reject);
    });
    try {
      return await Promise.race([promise, broken]);
    } catch (error) {
      // A lost device fails its maps with an error of its own just before it says that it is lost.
      await new Promise((resolve) => setTimeout(resolve, 0));
      this.check();
      throw error;
    } finally {
      if (tell) this.#waiting.delete(tell);
    }
  }

  #break(fault: PhotonicError): PhotonicError {
    this.#fault = fault;
    for (const tell of this.#waiting) tell(fault);
    this.#waiting.clear();
    return fault;
  }

  /** Runs device calls with every error they cause turned into a rejection. */
  async guarded<const T>(body: () => T): Promise<T> {
    this.check();
    const filters = ['validation', 'out-of-memory', 'internal'] as const;
    for (const filter of filters) this.device.pushErrorScope(filter);
    let result: T;
    const errors: Promise<GPUError | null>[] = [];
    try {
      result = body();
    } finally {
      for (let i = 0; i < filters.length; i++) errors.push(this.device.popErrorScope());
    }
    for (const error of await this.wait(Promise.all(errors))) if (error) throw toPhotonicError(error);
    return result;
  }

  /** Pipeline of a kernel, created once per source. */
  kernel(spec: KernelSpec): Promise<Kernel> {
    const cached = this.#kernels.get(spec.source);
    if (cached) return cached;
    const created = this.#create(spec);
    this.#kernels.set(spec.source, created);
    return created;
  }

  async #create(spec: KernelSpec): Promise<Kernel> {
    const { device } = this;
    try {
      const [module, layout] = await this.guarded(() => [
        device.createShaderModule({ label: spec.name, code: spec.source }),
        device.createBindGroupLayout({
          label: spec.name,
          entries: spec.bindings.map((kind, binding) => ({
            binding,
            visibility: GPUShaderStage.COMPUTE,
            buffer: { type: BUFFER_TYPE[kind] },
          })),
        }),
      ]);
      const pipeline = await this.wait(
        device.createComputePipelineAsync({
          label: spec.name,
          layout: device.createPipelineLayout({ label: spec.name, bindGroupLayouts: [layout] }),
          compute: { module, entryPoint: 'main' },
        }),
      );
      return { name: spec.name, pipeline, layout };
    } catch (error) {
      this.check();
      throw engineError(
        'unsupported',
        `The graphics device could not compile the kernel ${spec.name}.`,
        'Choose the WASM backend; please send us the copied report.',
        error instanceof PhotonicError ? error.fault.cause : String(error),
      );
    }
  }

  /** Binds buffers to a kernel, in the order of its bindings. */
  dispatch(kernel: Kernel, buffers: readonly GPUBuffer[], x: number, y = 1, z = 1): Dispatch {
    const entries = buffers.map((buffer, binding) => ({ binding, resource: { buffer } }));
    const group = this.device.createBindGroup({ label: kernel.name, layout: kernel.layout, entries });
    return { kernel, group, workgroups: [x, y, z] };
  }

  /** Makes the device go away as a driver reset would. */
  lose(): void {
    this.device.destroy();
  }

  dispose(): void {
    this.#disposed = true;
    this.device.destroy();
  }
}

/** Records dispatches one after the other; each sees what the ones before it wrote. */
export function encode(pass: GPUComputePassEncoder, dispatches: readonly Dispatch[]): void {
  for (const { kernel, group, workgroups } of dispatches) {
    pass.setPipeline(kernel.pipeline);
    pass.setBindGroup(0, group);
    pass.dispatchWorkgroups(...workgroups);
  }
}

function toPhotonicError(error: GPUError): PhotonicError {
  if (error instanceof GPUOutOfMemoryError) return outOfDeviceMemory(error.message);
  return engineError(
    'device-error',
    'The graphics device rejected a command.',
    'Choose the WASM backend; please send us the copied report.',
    error.message,
  );
}

export function outOfDeviceMemory(cause?: string): PhotonicError {
  return engineError(
    'out-of-memory',
    'The graphics device has not enough memory for this experiment.',
    'Use fewer modes, layers or a smaller batch, or choose the WASM backend.',
    cause,
  );
}
