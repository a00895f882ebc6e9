import type { ConvActivation } from '../../learning/convolution/plan';
import type { Arena } from './arena';
import type { DenseStage } from './conv-dense-plan';
import type { ConvKernels } from './conv-kernels';
import type { PanelLayout } from './conv-layout';
import { panelLayout } from './conv-layout';
import { ConvNormalise } from './conv-normalise';

type Pointwise = Extract<DenseStage, { kind: 'activate' | 'detect' | 'pool' }>;

/** One step between a linear stage and the next, with the panels before and after it. */
interface Link {
  readonly stage: Pointwise;
  readonly before: PanelLayout;
  readonly after: PanelLayout;
  /** Values after it, and cotangents before it, of one panel (of two where quadratures come in). */
  readonly values: number;
  readonly cotangents: number;
  readonly parameters: number;
}

/**
 * What follows a linear stage, for one sample at a time and one panel of channels after another, so that the values in
 * between stay in the first-level cache; on the way back they are computed again instead of stored.
 */
export class ConvChain {
  readonly normalise: ConvNormalise | undefined;
  /** Layout after the last link, without padding. */
  readonly after: PanelLayout;
  readonly #kernels: ConvKernels;
  readonly #arena: Arena;
  readonly #before: PanelLayout;
  readonly #links: readonly Link[];
  readonly #normalised: number;
  readonly #cotangent: number;

  /** @param stages after a linear stage up to the next: a normalisation, if any, first */
  constructor(kernels: ConvKernels, arena: Arena, stages: readonly DenseStage[], before: PanelLayout) {
    const [first] = stages;
    this.#kernels = kernels;
    this.#arena = arena;
    this.#before = before;
    this.normalise =
      first?.kind === 'normalise' ? new ConvNormalise(kernels, arena, first, before) : undefined;
    const panelFloats = before.quadratures * before.panel;
    this.#normalised = arena.floats(panelFloats);
    this.#cotangent = arena.floats(panelFloats);
    let layout = before;
    this.#links = stages
      .slice(this.normalise ? 1 : 0)
      .filter(isPointwise)
      .map((stage) => {
        const link = makeLink(arena, stage, layout);
        layout = link.after;
        return link;
      });
    this.after = layout;
  }

  /** Calls `done` with the address of each panel after the last link. */
  forward(z: number, done: (panel: number, address: number) => void): void {
    for (let panel = 0; panel < this.after.panels; panel++) done(panel, this.#forwardPanel(z, panel));
  }

  /**
   * Walks one sample back to the values after the normalisation, or to z where there is none.
   * @param g cotangents after the last link, without padding
   * @param done gets each panel of z with the address of its cotangent, which it may overwrite
   */
  backward(z: number, g: number, done: (panel: number, address: number) => void): void {
    for (let panel = 0; panel < this.after.panels; panel++) {
      this.#forwardPanel(z, panel);
      let cotangent = g + 4 * panel * this.after.panel;
      for (let index = this.#links.length - 1; index >= 0; index--) {
        const link = this.#links[index];
        if (link) cotangent = this.#backLink(link, this.#valuesBefore(index, z, panel), cotangent);
      }
      if (this.#links.length === 0) {
        this.#arena.copy(cotangent, this.#cotangent, this.#before.panel);
        cotangent = this.#cotangent;
      }
      for (let part = 0; part < this.#before.quadratures; part++)
        done(this.#panelOf(panel, part), cotangent + 4 * part * this.#before.panel);
    }
  }

  /** Panel of z that holds a quadrature of a panel of what follows. */
  #panelOf(panel: number, part: number): number {
    return panel + (part * this.#before.panels) / this.#before.quadratures;
  }

  #forwardPanel(z: number, panel: number): number {
    const { panel: size, quadratures } = this.#before;
    if (this.normalise) {
      for (let part = 0; part < quadratures; part++) {
        const from = this.#panelOf(panel, part);
        this.normalise.forward(z + 4 * from * size, from, this.#normalised + 4 * part * size);
      }
    }
    let [values, second] = this.#inputs(z, panel);
    for (const link of this.#links) {
      this.#forwardLink(link, values, second);
      values = link.values;
      second = values + 4 * link.after.panel;
    }
    return values;
  }

  /** Both quadratures before the first link. */
  #inputs(z: number, panel: number): [number, number] {
    const { panel: size, quadratures } = this.#before;
    if (this.normalise) return [this.#normalised, this.#normalised + 4 * size];
    return [z + 4 * panel * size, z + 4 * this.#panelOf(panel, quadratures - 1) * size];
  }

  #valuesBefore(index: number, z: number, panel: number): [number, number] {
    const previous = this.#links[index - 1];
    if (!previous) return this.#inputs(z, panel);
    return [previous.values, previous.values + 4 * previous.after.panel];
  }

  #forwardLink({ stage, before, values, parameters }: Link, x: number, imaginary: number): void {
    switch (stage.kind) {
      case 'activate':
        this.#kernels.realActivate(KINDS[stage.activation.kind], parameters, x, before.panel, values);
        return;
      case 'detect':
        this.#kernels.detect(stage.detection === 'power' ? 1 : 0, x, imaginary, before.panel, values);
        return;
      case 'pool':
        if (stage.mode === 'max') this.#kernels.maxPool(parameters, x, values);
        else this.#kernels.averagePool(parameters, x, values);
        return;
    }
  }

  /** Address of the cotangents before a link; those after the last one are the caller's and stay as they are. */
  #backLink(link: Link, [x, imaginary]: readonly [number, number], g: number): number {
    const { stage, before, cotangents, parameters } = link;
    const isLast = link === this.#links.at(-1);
    switch (stage.kind) {
      case 'activate': {
        const at = isLast ? cotangents : g;
        if (isLast) this.#arena.copy(g, cotangents, before.panel);
        this.#kernels.realActivateBackward(KINDS[stage.activation.kind], parameters, x, before.panel, at);
        return at;
      }
      case 'detect':
        this.#kernels.detectBackward(
          stage.detection === 'power' ? 1 : 0,
          x,
          imaginary,
          before.panel,
          g,
          cotangents,
          cotangents + 4 * before.panel,
        );
        return cotangents;
      case 'pool':
        // Pixels in no window got other cotangents from whoever overwrote them.
        if (hasRest(stage)) this.#arena.f32(cotangents, before.panel).fill(0);
        if (stage.mode === 'max') this.#kernels.maxPoolBackward(parameters, x, g, cotangents);
        else this.#kernels.averagePoolBackward(parameters, g, cotangents);
        return cotangents;
    }
  }
}

/** Numbers of the activations in assembly/conv-activate.ts. */
const KINDS = { relu: 0, softplus: 1, power: 2, 'saturable-absorber': 3 } as const satisfies Record<
  ConvActivation['kind'],
  number
>;

/** Whether some rows or columns fill no window. */
function hasRest({ input, height, width }: Extract<Pointwise, { kind: 'pool' }>): boolean {
  return input.height % height > 0 || input.width % width > 0;
}

/** A flattened image lies in memory as it did before. */
function isPointwise(stage: DenseStage): stage is Pointwise {
  return stage.kind === 'activate' || stage.kind === 'detect' || stage.kind === 'pool';
}

function makeLink(arena: Arena, stage: Pointwise, before: PanelLayout): Link {
  const after = stage.kind === 'activate' ? before : panelLayout(stage.output, 0);
  return {
    stage,
    before,
    after,
    values: arena.floats(after.panel),
    cotangents: arena.floats(before.quadratures * before.panel),
    parameters: parametersOf(arena, stage),
  };
}

/** Constants of an activation, or a pool's `Windows` of assembly/conv-pool.ts. */
function parametersOf(arena: Arena, stage: Pointwise): number {
  if (stage.kind === 'pool') {
    const { input, output, height, width } = stage;
    return arena.putInts([input.width, output.height, output.width, height, width]);
  }
  if (stage.kind === 'activate' && stage.activation.kind === 'saturable-absorber')
    return arena.putFloats([stage.activation.sigmaTau, stage.activation.t0]);
  return 0;
}
