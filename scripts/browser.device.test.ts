import { expect, it } from 'vitest';

it('runs cross-origin isolated', () => {
  expect(crossOriginIsolated).toBe(true);
});

it('has a WebGPU device that computes', async () => {
  const adapter = await navigator.gpu.requestAdapter();
  const device = await adapter?.requestDevice();
  expect(device).toBeDefined();
  if (!device) return;
  const buffer = device.createBuffer({
    size: 4,
    usage: GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_SRC,
  });
  const module = device.createShaderModule({
    code: '@group(0) @binding(0) var<storage, read_write> x: array<u32>; @compute @workgroup_size(1) fn main() { x[0] = 42u; }',
  });
  const pipeline = await device.createComputePipelineAsync({ layout: 'auto', compute: { module } });
  const target = device.createBuffer({ size: 4, usage: GPUBufferUsage.MAP_READ | GPUBufferUsage.COPY_DST });
  const encoder = device.createCommandEncoder();
  const pass = encoder.beginComputePass();
  pass.setPipeline(pipeline);
  pass.setBindGroup(
    0,
    device.createBindGroup({
      layout: pipeline.getBindGroupLayout(0),
      entries: [{ binding: 0, resource: { buffer } }],
    }),
  );
  pass.dispatchWorkgroups(1);
  pass.end();
  encoder.copyBufferToBuffer(buffer, 0, target, 0, 4);
  device.queue.submit([encoder.finish()]);
  await target.mapAsync(GPUMapMode.READ);
  expect(new Uint32Array(target.getMappedRange())[0]).toBe(42);
  device.destroy();
});

it('reaches the data folder or is told that there is none', async () => {
  const reply = await fetch('/data/index.json');
  expect([200, 404]).toContain(reply.status);
  expect(reply.headers.get('content-type')).toContain('application/json');
});
