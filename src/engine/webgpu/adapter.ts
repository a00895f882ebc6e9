import { engineError } from '../engine-fault';

/** A device with what people and the calibration want to know about it. */
export interface OpenedDevice {
  readonly device: GPUDevice;
  readonly label: string;
  readonly isSoftware: boolean;
}

const NO_WEBGPU_FIX =
  'Training runs on the processor instead. For the graphics device use a current Chrome, Edge, Safari or Firefox.';

/** Where adapters come from: the browser, or what stands for it outside one. */
export type DeviceSource = Pick<GPU, 'requestAdapter'>;

function ofBrowser(): DeviceSource | undefined {
  return (navigator as { readonly gpu?: GPU }).gpu;
}

/**
 * Opens the fastest adapter with the largest buffers it allows.
 * @throws PhotonicError `engine/no-webgpu`
 */
export async function openDevice(gpu = ofBrowser()): Promise<OpenedDevice> {
  if (!gpu) throw engineError('no-webgpu', 'This browser has no WebGPU.', NO_WEBGPU_FIX);
  let device: GPUDevice;
  let info: GPUAdapterInfo;
  try {
    const adapter = await gpu.requestAdapter({ powerPreference: 'high-performance' });
    if (!adapter)
      throw engineError('no-webgpu', 'This browser found no graphics device to compute on.', NO_WEBGPU_FIX);
    info = adapter.info;
    const { maxBufferSize, maxStorageBufferBindingSize } = adapter.limits;
    device = await adapter.requestDevice({
      label: 'photonic trainer',
      requiredLimits: { maxBufferSize, maxStorageBufferBindingSize },
      // Without it only the time of whole calls is known.
      requiredFeatures: adapter.features.has('timestamp-query') ? ['timestamp-query'] : [],
    });
  } catch (error) {
    if (error instanceof Error && error.name === 'PhotonicError') throw error;
    throw engineError('no-webgpu', 'The graphics device refused to compute.', NO_WEBGPU_FIX, String(error));
  }
  return { device, label: `WebGPU, ${adapterName(info)}`, isSoftware: isSoftware(info) };
}

function adapterName(info: GPUAdapterInfo): string {
  if (info.description !== '') return info.description;
  const name = [info.vendor, info.architecture].filter((part) => part !== '').join(' ');
  return name === '' ? 'unnamed device' : name;
}

/** SwiftShader and llvmpipe emulate a graphics device on the processor, slower than the WASM backend. */
function isSoftware(info: GPUAdapterInfo): boolean {
  const names = `${info.vendor} ${info.architecture} ${info.device} ${info.description}`.toLowerCase();
  return info.isFallbackAdapter || /swiftshader|llvmpipe|lavapipe|warp|basic render/.test(names);
}
