import type { NetworkData } from '../../data/fields';
import { toFault } from '../../lib/fault';
import type { Result } from '../../lib/result';
import { fail, ok } from '../../lib/result';
import type { NetworkPlan } from '../../learning/plan';
import type { Backend, Session, TrainingState } from '../backend';
import { matched } from '../narrow';
import type { DeviceSource } from './adapter';
import { openDevice } from './adapter';
import { prepareCoherent } from './coherent';
import { prepareConvolutional } from './convolution/prepare';
import { Gpu } from './gpu';
import type { DeviceLimits } from './memory-plan';

/** The backend on the graphics device; it can be made to lose its device, for drills. */
export interface WebGpuBackend extends Backend {
  loseDevice(): void;
}

/**
 * Opens the graphics device; fails with `engine/no-webgpu` where there is none.
 * @param source of adapters outside a browser
 * @param limits what each session may take of it
 */
export async function createWebGpuBackend(
  source?: DeviceSource,
  limits?: DeviceLimits,
): Promise<Result<WebGpuBackend>> {
  try {
    const gpu = new Gpu(await openDevice(source));
    return ok({
      id: 'webgpu',
      label: gpu.label,
      isSoftware: gpu.isSoftware,
      lost: gpu.lost,
      prepare(plan: NetworkPlan, data: NetworkData, state?: TrainingState): Promise<Session> {
        const network = matched(plan, data);
        return network.kind === 'coherent'
          ? prepareCoherent(gpu, network.plan, network.data, state, undefined, limits)
          : prepareConvolutional(gpu, network.plan, network.data, state, undefined, limits);
      },
      loseDevice() {
        gpu.lose();
      },
      dispose() {
        gpu.dispose();
      },
    });
  } catch (error) {
    return fail(toFault(error, 'engine/no-webgpu'));
  }
}
