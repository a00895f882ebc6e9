import type { Experiment } from '../../experiment/schema';
import type { NetworkPlanData } from '../../learning/compile-network';
import { compileNetwork } from '../../learning/compile-network';
import type { ConvPlan } from '../../learning/convolution/plan';
import { DriftWalk } from '../../learning/noise';
import type { NetworkPlan } from '../../learning/plan';
import type { Result } from '../../lib/result';
import type { ConvTrace, TileChoice } from './conv-trace';
import { ConvTracer } from './conv-trace';

/** What a trace depends on besides the plan. */
export interface TraceRequest {
  readonly parameters: Float64Array;
  readonly pixels: ArrayLike<number>;
  readonly choice: TileChoice;
  /** Step of training, which drift depends on. */
  readonly step: number;
}

/** Works for the page on its convolutional network, in a worker of its own: large ones take seconds. */
export class ConvDesk {
  #tracer: { readonly tracer: ConvTracer; readonly walk: DriftWalk | undefined } | undefined;
  #parameters: Float64Array | undefined;

  layOut(experiment: Experiment, data: NetworkPlanData): Result<NetworkPlan> {
    const plan = compileNetwork(experiment, data);
    if (plan.ok && plan.value.kind === 'convolutional') this.#use(plan.value);
    return plan;
  }

  /** Of the network that was laid out last. */
  trace(request: TraceRequest): ConvTrace {
    if (this.#tracer === undefined) throw new RangeError('No network has been laid out.');
    const { tracer, walk } = this.#tracer;
    // What has crossed to the worker is another array each time: equal ones need no other meshes.
    const known = this.#parameters;
    const parameters = known !== undefined && isEqual(known, request.parameters) ? known : request.parameters;
    this.#parameters = parameters;
    return tracer.trace(parameters, request.pixels, request.choice, walk?.at(request.step));
  }

  #use(plan: ConvPlan): void {
    const drift = plan.effects?.drift;
    this.#tracer = { tracer: new ConvTracer(plan), walk: drift && new DriftWalk(drift, plan.seed) };
    this.#parameters = undefined;
  }
}

function isEqual(a: Float64Array, b: Float64Array): boolean {
  return a.length === b.length && a.every((value, i) => value === b[i]);
}
