import * as Comlink from 'comlink';
import type { Experiment } from '../../experiment/schema';
import type { NetworkPlanData } from '../../learning/compile-network';
import type { NetworkPlan } from '../../learning/plan';
import { PhotonicError, toFault } from '../../lib/fault';
import type { Result } from '../../lib/result';
import type { ConvDesk, TraceRequest } from './conv-desk';
import type { ConvTrace } from './conv-trace';

let desk: { readonly remote: Comlink.Remote<ConvDesk>; readonly failed: Promise<never> } | undefined;

/** The desk's worker, started with its first use and again after it broke. */
function open(): NonNullable<typeof desk> {
  if (desk !== undefined) return desk;
  const worker = new Worker(new URL('./conv-desk.worker.ts', import.meta.url), {
    type: 'module',
    name: 'convolution',
  });
  const failed = new Promise<never>((_, reject) => {
    worker.addEventListener('error', (event) => {
      desk = undefined;
      reject(new PhotonicError(broken(event.message)));
    });
  });
  // Whoever waits hears of it; without anybody waiting it is no news.
  failed.catch(() => undefined);
  desk = { remote: Comlink.wrap<ConvDesk>(worker), failed };
  return desk;
}

export function layOutConvolution(
  experiment: Experiment,
  data: NetworkPlanData,
): Promise<Result<NetworkPlan>> {
  const { remote, failed } = open();
  return Promise.race([remote.layOut(experiment, data), failed]).catch((thrown: unknown) => ({
    ok: false,
    fault: toFault(thrown),
  }));
}

export function traceConvolution(request: TraceRequest): Promise<ConvTrace> {
  const { remote, failed } = open();
  return Promise.race([remote.trace(request), failed]);
}

function broken(why: string) {
  return {
    code: 'studio/convolution-worker',
    message: `The part of the page that draws convolutional networks stopped: ${why || 'its script could not be loaded'}.`,
    fix: 'Reload the page.',
  };
}
