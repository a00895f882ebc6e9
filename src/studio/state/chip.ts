import type { LightRequest, TraceRequest } from '../desk/desk';
import { askAbout, askDesk } from '../desk/desk.client';
import { Lamp } from '../desk/lamp';
import type { ConvTrace, TileChoice } from '../conv/conv-trace';
import { hasTile, tileOf, tilePlan } from '../conv/tile-plan';
import { sizeOf } from '../../learning/convolution/stage-shapes';
import { effectivePhases } from '../../learning/effects';
import { DriftWalk } from '../../learning/noise';
import type { NetworkPlan, Plan } from '../../learning/plan';
import { meshesOf } from '../../learning/plan';
import { mziCount } from '../../photonics/mesh';
import type { ChipLayout } from '../mesh/layout';
import { chipLayout } from '../mesh/layout';
import type { Light } from '../mesh/light';
import { traceLight } from '../mesh/light';
import type { Readings } from '../mesh/readings';
import { readLogits, readPorts } from '../mesh/readings';
import { awaiting } from './run-store';
import { placeWords } from '../words/places';

export interface Fields {
  readonly re: ArrayLike<number>;
  readonly im: ArrayLike<number>;
}

/** A parameter and the value it gets, or had. */
export interface ParameterChange {
  readonly offset: number;
  readonly value: number;
}

/** Who traces what would hold the page up. */
export interface Tracers {
  /** Sends an image through the convolution that was laid out last. */
  readonly image: (request: TraceRequest) => Promise<ConvTrace>;
  /** Sends a sample's light through a large coherent chip. */
  readonly light: (request: LightRequest) => Promise<Light>;
}

/** Interferometers from which light is traced by the desk: about 3 ms of the page's thread. */
export const LARGE = 8000;
/** A large chip's picture follows what is edited after so many milliseconds. */
const FOLLOWS_MS = 150;
/** Sending an image through a large network takes long: at most this share of a processor goes into it. */
const SHARE = 0.25;

const FIRST_TILE: TileChoice = { stage: 0, block: 0 };

/**
 * The chip on screen: network, current parameters, the light of the chosen sample. Of a convolution one tile is
 * drawn. Held outside React; views subscribe and draw in their own frame, and light is traced only when someone
 * looks.
 */
export class Chip {
  #network: NetworkPlan | undefined;
  #plan: Plan | undefined;
  #layout: ChipLayout | undefined;
  #parameters: Float64Array = new Float64Array(0);
  #met: Float64Array | undefined;
  #walk: DriftWalk | undefined;
  #step = 0;
  /** Parameters that came before their plan was laid out. */
  #early: { readonly parameters: Float64Array; readonly step: number } | undefined;
  #fields: Fields | undefined;
  #tile: TileChoice = FIRST_TILE;
  readonly #lamp: Lamp<TraceRequest, ConvTrace>;
  readonly #floodlight: Lamp<LightRequest, Light>;
  #isLarge = false;
  /** What the desk was asked last, and whether a hand changed what it is about. */
  #asked: LightRequest | undefined;
  #isByHand = false;
  #changedAt: number | undefined;
  #untold = 0;
  #isTraced = false;
  #light: Light | undefined;
  #readings: Readings | undefined;
  #version = 0;
  #traceTime = 0;
  readonly #listeners = new Set<() => void>();

  constructor({ image, light }: Tracers) {
    const changed = (): void => this.#changed(false);
    this.#lamp = new Lamp(image, changed, (took) => took * (1 / SHARE - 1));
    this.#floodlight = new Lamp(light, changed, (took) => Math.max(took, FOLLOWS_MS - took));
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly version = (): number => this.#version;

  /** The whole network. */
  get network(): NetworkPlan | undefined {
    return this.#network;
  }

  /** What is drawn: the network, or the chosen tile of a convolution as a layer of its own. */
  get plan(): Plan | undefined {
    return this.#plan;
  }

  get layout(): ChipLayout | undefined {
    return this.#layout;
  }

  get parameters(): Float64Array {
    return this.#parameters;
  }

  /** Of training, that the parameters are of. */
  get step(): number {
    return this.#step;
  }

  /** What enters the network: the chosen sample. */
  get fields(): Fields | undefined {
    return this.#fields;
  }

  /** The tile of a convolution that is drawn. */
  get tile(): TileChoice {
    return this.#tile;
  }

  /**
   * The parameters as light meets them: after converters, crosstalk and drift. Noise that is drawn anew for each
   * presentation is left out, so that the picture stands still.
   */
  get met(): Float64Array {
    const walks = this.#walk?.at(this.#step);
    this.#met ??= this.#plan
      ? effectivePhases(this.#plan, this.#parameters, { key: undefined, walks })
      : this.#parameters;
    return this.#met;
  }

  /** Milliseconds the last trace of the light took. */
  get traceTime(): number {
    return this.#traceTime;
  }

  /** The light on screen is that of before the last edit: the chip is large, and its light on the way. */
  get isStale(): boolean {
    const isAnswered = this.#isTraced && this.#floodlight.answered === this.#asked;
    return this.#isLarge && this.#isByHand && this.#fields !== undefined && !isAnswered;
  }

  /** A hand, not training, changed the chip or its sample last. */
  get isByHand(): boolean {
    return this.#isByHand;
  }

  /** When a hand changed what is drawn, on performance.now()'s clock, until the picture shows it. */
  takeChangedAt(): number | undefined {
    if (this.isStale) return undefined;
    const at = this.#changedAt;
    this.#changedAt = undefined;
    return at;
  }

  /** Milliseconds of the page's thread that light took since this was last asked. */
  takeTraceTime(): number {
    const time = this.#untold;
    this.#untold = 0;
    return time;
  }

  /** A new architecture, at its initial parameters; the sample is forgotten. */
  setPlan(network: NetworkPlan): void {
    this.#network = network;
    this.#parameters = network.initial;
    this.#step = 0;
    this.#walk = network.effects?.drift && new DriftWalk(network.effects.drift, network.seed);
    this.#fields = undefined;
    this.#isLarge = network.kind === 'coherent' && mzisOf(network) > LARGE;
    this.#forgetLight();
    const early = this.#early;
    this.#early = undefined;
    const isThere = network.kind === 'convolutional' && hasTile(network, this.#tile);
    this.#show(isThere ? this.#tile : FIRST_TILE);
    if (early) this.setParameters(early.parameters, early.step);
  }

  /** None until the next {@link setPlan}. */
  clear(): void {
    this.#network = undefined;
    this.#early = undefined;
    this.#plan = undefined;
    this.#layout = undefined;
    this.#parameters = new Float64Array(0);
    this.#fields = undefined;
    this.#forgetLight();
    this.#changed();
  }

  /** Draws another tile of a convolution. */
  chooseTile(tile: TileChoice): void {
    if (this.#network?.kind === 'convolutional') this.#show(tile);
  }

  /**
   * Parameters from the engine; ignored if they belong to another architecture, kept if there is none yet.
   * @param step of training, which drift depends on; without it the chip's age stays
   */
  setParameters(parameters: Float64Array, step = this.#step): void {
    if (this.#network === undefined) this.#early = { parameters, step };
    if (parameters.length !== this.#network?.parameterCount) return;
    this.#parameters = parameters;
    this.#step = step;
    this.#isByHand = false;
    this.#changed();
  }

  /** Edited parameters; copies, so that views can compare by identity. */
  edit(changes: readonly ParameterChange[]): void {
    this.#parameters = this.#parameters.slice();
    for (const { offset, value } of changes) this.#parameters[offset] = value;
    this.#touch();
    this.#changed();
  }

  /** The chosen sample: fields of all modes, or a convolution's pixels. */
  setFields(fields: Fields | undefined): void {
    this.#fields = fields?.re.length === this.#inputs() ? fields : undefined;
    if (this.#fields === undefined) this.#forgetLight();
    else this.#touch();
    this.#changed();
  }

  /** Light of the chosen sample, or undefined while there is none. */
  light(): Light | undefined {
    this.#trace();
    return this.#light;
  }

  /** What the detectors read of it. */
  readings(): Readings | undefined {
    this.#trace();
    return this.#readings;
  }

  /** The chosen image between the stages of a convolution, or undefined while there is none. */
  passage(): ConvTrace | undefined {
    this.#trace();
    return this.#network?.kind === 'convolutional' ? this.#lamp.answer : undefined;
  }

  #touch(): void {
    this.#isByHand = true;
    this.#changedAt ??= performance.now();
  }

  #forgetLight(): void {
    this.#lamp.forget();
    this.#floodlight.forget();
    this.#changedAt = undefined;
  }

  #inputs(): number | undefined {
    const network = this.#network;
    return network?.kind === 'convolutional' ? sizeOf(network.input) : network?.modes;
  }

  #show(tile: TileChoice): void {
    const network = this.#network;
    if (network === undefined) return;
    this.#tile = tile;
    if (network.kind === 'coherent') {
      this.#plan = network;
      this.#layout = chipLayout(network);
    } else {
      const block = tileOf(network, tile);
      this.#plan = block && tilePlan(network, block);
      const name = placeWords.tile(tile.stage + 1, tile.block + 1);
      this.#layout = this.#plan && chipLayout(this.#plan, () => name);
    }
    this.#changed();
  }

  /** Traces what has changed since someone looked last. */
  #trace(): void {
    const network = this.#network;
    if (this.#isTraced || network === undefined || this.#fields === undefined) return;
    this.#isTraced = true;
    if (this.#isLarge && network.kind === 'coherent') {
      this.#readTrace();
      this.#asked = {
        plan: network,
        parameters: this.#parameters,
        fields: this.#fields,
        step: this.#step,
      };
      this.#floodlight.want(this.#asked);
      return;
    }
    if (network.kind === 'coherent') {
      this.#light = this.#traceIn(this.#fields);
      this.#readings = this.#light && readPorts(network, this.#light.out);
      return;
    }
    this.#readTrace();
    this.#lamp.want({
      parameters: this.#parameters,
      pixels: this.#fields.re,
      choice: this.#tile,
      step: this.#step,
    });
  }

  /**
   * What the desk has traced last: a large chip's light, or the convolution's newest answer and the light of the tile,
   * where it is still the one on screen.
   */
  #readTrace(): void {
    if (this.#isLarge && this.#network?.kind === 'coherent') {
      this.#light = this.#floodlight.answer;
      this.#readings = this.#light && readPorts(this.#network, this.#light.out);
      return;
    }
    const trace = this.#lamp.answer;
    if (trace === undefined) return;
    this.#readings = readLogits(trace.logits);
    const { stage, block } = trace.choice;
    if (stage === this.#tile.stage && block === this.#tile.block) this.#light = this.#traceIn(trace.fields);
  }

  #traceIn(fields: Fields): Light | undefined {
    if (this.#plan === undefined || this.#layout === undefined) return undefined;
    const start = performance.now();
    const light = traceLight(this.#plan, this.#layout, this.met, fields);
    this.#traceTime = performance.now() - start;
    this.#untold += this.#traceTime;
    return light;
  }

  /** @param asks whether the light must be traced again; not where it is the trace itself that has come */
  #changed(asks = true): void {
    this.#version++;
    this.#light = undefined;
    this.#readings = undefined;
    if (asks) {
      this.#isTraced = false;
      this.#met = undefined;
    } else this.#readTrace();
    for (const listener of this.#listeners) listener();
  }
}

function mzisOf({ layers }: Plan): number {
  return meshesOf(layers).reduce((sum, { topology }) => sum + mziCount(topology), 0);
}

export const chip = new Chip({
  image: (request) => awaiting(askDesk((desk) => desk.trace(request))),
  light: ({ plan, ...request }) => awaiting(askAbout(plan, (desk) => desk.light(request))),
});
