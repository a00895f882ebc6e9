import type { Gpu } from './gpu';

/** A part of a buffer on the device. */
export interface Region {
  readonly buffer: GPUBuffer;
  readonly offset: number;
  readonly bytes: number;
}

/** Copies parts of device buffers to the host, one after the other into one block, in a submit of its own. */
export async function readBack(gpu: Gpu, label: string, regions: readonly Region[]): Promise<ArrayBuffer> {
  gpu.check();
  const { device } = gpu;
  const size = regions.reduce((sum, region) => sum + region.bytes, 0);
  if (size === 0) return new ArrayBuffer(0);
  const staging = device.createBuffer({
    label: `read ${label}`,
    size,
    usage: GPUBufferUsage.MAP_READ | GPUBufferUsage.COPY_DST,
  });
  try {
    const encoder = device.createCommandEncoder({ label: `read ${label}` });
    let at = 0;
    for (const { buffer, offset, bytes } of regions) {
      encoder.copyBufferToBuffer(buffer, offset, staging, at, bytes);
      at += bytes;
    }
    device.queue.submit([encoder.finish()]);
    await gpu.wait(staging.mapAsync(GPUMapMode.READ));
    return staging.getMappedRange().slice(0);
  } finally {
    staging.destroy();
  }
}
