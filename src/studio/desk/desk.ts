import * as Comlink from 'comlink';
import type { Experiment } from '../../experiment/schema';
import type { NetworkPlanData } from '../../learning/compile-network';
import { compileNetwork } from '../../learning/compile-network';
import type { ConvPlan } from '../../learning/convolution/plan';
import { phasesOf } from '../../learning/mesh-phases';
import { layerMatrix } from '../../learning/layer-matrix';
import { logitGradient } from '../../learning/logit-gradient';
import { effectivePhases } from '../../learning/effects';
import { DriftWalk } from '../../learning/noise';
import type { NetworkPlan, Plan, PlanLinear } from '../../learning/plan';
import type { Result } from '../../lib/result';
import type { SelfConfiguration, SelfConfigured } from '../../photonics/programming/self-configure';
import { selfConfigure } from '../../photonics/programming/self-configure';
import type { ComplexPlanes } from '../../photonics/propagate';
import type { ConvTrace, TileChoice } from '../conv/conv-trace';
import { ConvTracer } from '../conv/conv-trace';
import type { ChipLayout } from '../mesh/layout';
import { chipLayout } from '../mesh/layout';
import type { Light } from '../mesh/light';
import { buffersOf, traceLight } from '../mesh/light';
import type { Saliency } from '../mesh/saliency';

/** What a trace depends on besides the plan. */
export interface TraceRequest {
  readonly parameters: Float64Array;
  readonly pixels: ArrayLike<number>;
  readonly choice: TileChoice;
  /** Step of training, which drift depends on. */
  readonly step: number;
}

/** A sample's light in a coherent chip, and what it depends on besides the plan. */
export interface LightRequest {
  readonly plan: Plan;
  /** As they are set. */
  readonly parameters: Float64Array;
  readonly fields: { readonly re: ArrayLike<number>; readonly im: ArrayLike<number> };
  /** Step of training, which drift depends on. */
  readonly step: number;
}

export interface SaliencyRequest extends LightRequest {
  readonly ofClass: number;
}

/** A coherent chip that questions are asked about. */
interface Held {
  readonly plan: Plan;
  readonly layout: ChipLayout;
  readonly walk: DriftWalk | undefined;
}

/** Works for the page in a worker of its own on what may take seconds: large networks and large matrices. */
export class Desk {
  #tracer: { readonly tracer: ConvTracer; readonly walk: DriftWalk | undefined } | undefined;
  #parameters: Float64Array | undefined;
  #held: Held | undefined;

  /** Of a convolutional network; the one that {@link trace} is about from here on. */
  layOut(experiment: Experiment, data: NetworkPlanData): Result<NetworkPlan> {
    const plan = compileNetwork(experiment, data);
    if (plan.ok && plan.value.kind === 'convolutional') this.#use(plan.value);
    return plan;
  }

  trace(request: TraceRequest): ConvTrace {
    if (this.#tracer === undefined) throw new RangeError('No network has been laid out.');
    const { tracer, walk } = this.#tracer;
    // What has crossed to the worker is another array each time: equal ones need no other meshes.
    const known = this.#parameters;
    const parameters = known !== undefined && isEqual(known, request.parameters) ? known : request.parameters;
    this.#parameters = parameters;
    return tracer.trace(parameters, request.pixels, request.choice, walk?.at(request.step));
  }

  /** The chip that {@link light} is about from here on. */
  hold(plan: Plan): void {
    const drift = plan.effects?.drift;
    this.#held = { plan, layout: chipLayout(plan), walk: drift && new DriftWalk(drift, plan.seed) };
  }

  light({ parameters, fields, step }: Omit<LightRequest, 'plan'>): Light {
    const { plan, layout, walk } = this.#chip();
    const met = effectivePhases(plan, parameters, { key: undefined, walks: walk?.at(step) });
    const light = traceLight(plan, layout, met, fields);
    return Comlink.transfer(light, buffersOf(light));
  }

  /** How the logit of a class depends on every phase, at this sample. */
  saliency({ parameters, fields, step, ofClass }: Omit<SaliencyRequest, 'plan'>): Saliency {
    const { plan, layout, walk } = this.#chip();
    const moment = { key: undefined, walks: walk?.at(step) };
    const { logit, gradient } = logitGradient(plan, parameters, fields, ofClass, moment);
    let largest = 0;
    for (const section of layout.sections) {
      if (section.kind !== 'mesh') continue;
      for (const slope of phasesOf(section.mesh, gradient).theta)
        largest = Math.max(largest, Math.abs(slope));
    }
    return { ofClass, logit, gradient, largest };
  }

  /** What meshes and attenuators do to light. @param parameters as light meets them */
  matrixOf(linear: PlanLinear, parameters: Float64Array): ComplexPlanes {
    return layerMatrix(linear, parameters).matrix;
  }

  selfConfigure(request: SelfConfiguration): Result<SelfConfigured> {
    return selfConfigure(request);
  }

  #chip(): Held {
    if (this.#held === undefined) throw new RangeError('No chip has been handed over.');
    return this.#held;
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
