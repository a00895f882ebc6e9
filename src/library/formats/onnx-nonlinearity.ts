import type { Nonlinearity } from '../../experiment/schema';
import { isDetecting } from '../../photonics/nonlinearity/activation';
import type { OnnxGraph, Value } from './onnx-graph';

/** Fields of all modes, [batch][mode]; `im` is undefined where they are real. */
export interface ComplexValue {
  readonly re: Value;
  readonly im: Value | undefined;
}

/** Per mode, what a NOFU was trained to. */
export interface Rings {
  /** Tap angles and ring detunings, radians. */
  readonly tap: Float64Array;
  readonly detuning: Float64Array;
}

type Of<Kind extends Nonlinearity['kind']> = Extract<Nonlinearity, { kind: Kind }>;

/** The nonlinearity of one layer as operators: the laws of photonics/nonlinearity. */
export function addNonlinearity(
  graph: OnnxGraph,
  nonlinearity: Nonlinearity,
  rings: Rings | undefined,
  z: Required<{ re: Value; im: Value }>,
): ComplexValue {
  if (nonlinearity.kind === 'none') return z;
  const u = graph.add(graph.mul(z.re, z.re), graph.mul(z.im, z.im));
  if (isDetecting(nonlinearity.kind)) return { re: detected(graph, nonlinearity.kind, u), im: undefined };
  const h = response(graph, nonlinearity, rings, u);
  if (h.im === undefined) return { re: graph.mul(z.re, h.re), im: graph.mul(z.im, h.re) };
  return {
    re: graph.sub(graph.mul(z.re, h.re), graph.mul(z.im, h.im)),
    im: graph.add(graph.mul(z.re, h.im), graph.mul(z.im, h.re)),
  };
}

function detected(graph: OnnxGraph, kind: Nonlinearity['kind'], u: Value): Value {
  if (kind === 'power') return u;
  const modulus = graph.op('Sqrt', [u]);
  return kind === 'modulus' ? modulus : graph.op('Softplus', [modulus]);
}

/** h(u) of f(z) = z·h(u). */
function response(graph: OnnxGraph, law: Nonlinearity, rings: Rings | undefined, u: Value): ComplexValue {
  switch (law.kind) {
    case 'electro-optic':
      return electroOptic(graph, law, u);
    case 'mod-relu':
      return { re: modRelu(graph, law, u), im: undefined };
    case 'kerr': {
      const angle = graph.mul(u, law.g);
      return { re: graph.op('Cos', [angle]), im: graph.op('Neg', [graph.op('Sin', [angle])]) };
    }
    case 'saturable-absorber':
      return { re: absorber(graph, law, u), im: undefined };
    case 'nofu':
      if (rings === undefined) throw new Error('a NOFU has rings');
      return nofu(graph, law, rings, u);
    default:
      throw new Error(`${law.kind} has no response`);
  }
}

function electroOptic(graph: OnnxGraph, { alpha, g, phiB }: Of<'electro-optic'>, u: Value): ComplexValue {
  const psi = graph.add(graph.mul(u, g / 2), phiB / 2);
  const c = graph.op('Cos', [psi]);
  const s = graph.op('Sin', [psi]);
  const amplitude = Math.sqrt(1 - alpha);
  return { re: graph.mul(graph.mul(s, c), amplitude), im: graph.mul(graph.mul(c, c), amplitude) };
}

/** Smallest power whose root is divided by. */
const DARK = 1e-30;

function modRelu(graph: OnnxGraph, { threshold }: Of<'mod-relu'>, u: Value): Value {
  const modulus = graph.op('Sqrt', [graph.max(u, DARK)]);
  return graph.max(graph.sub(1, graph.div(threshold, modulus)), 0);
}

/** Newton steps in f32: quadratic from the left. */
const NEWTON_STEPS = 10;

/** √T with ½·ln(T / t0) = x·(1 − T), x = sigmaTau·u. */
export function absorber(
  graph: OnnxGraph,
  { sigmaTau, t0 }: { readonly sigmaTau: number; readonly t0: number },
  u: Value,
): Value {
  const x = graph.mul(u, sigmaTau);
  // T = t0 for every number of x, as a tensor of its shape.
  let transmission = graph.add(graph.mul(x, 0), t0);
  for (let step = 0; step < NEWTON_STEPS; step++) {
    const gain = graph.mul(graph.op('Log', [graph.mul(transmission, 1 / t0)]), 0.5);
    const value = graph.sub(gain, graph.mul(x, graph.sub(1, transmission)));
    const slope = graph.add(graph.div(0.5, transmission), x);
    transmission = graph.sub(transmission, graph.op('Div', [value, slope]));
  }
  return graph.op('Sqrt', [transmission]);
}

/** cos(tau/2)·(r − a·e^{id}) / (1 − r·a·e^{id}), d = delta + kappa·sin²(tau/2)·u. */
function nofu(
  graph: OnnxGraph,
  { kappa, r, a }: Of<'nofu'>,
  { tap, detuning }: Rings,
  u: Value,
): ComplexValue {
  const perMode = (name: string, values: Float64Array): Value => graph.floats(name, [values.length], values);
  const drive = perMode(
    `drive_${u}`,
    tap.map((tau) => kappa * Math.sin(tau / 2) ** 2),
  );
  const rest = perMode(`detuning_${u}`, detuning);
  const through = perMode(
    `through_${u}`,
    tap.map((tau) => Math.cos(tau / 2)),
  );
  const d = graph.add(graph.mul(u, drive), rest);
  const eRe = graph.mul(graph.op('Cos', [d]), a);
  const eIm = graph.mul(graph.op('Sin', [d]), a);
  const denominatorRe = graph.sub(1, graph.mul(eRe, r));
  const denominatorIm = graph.mul(eIm, -r);
  const norm = graph.add(graph.mul(denominatorRe, denominatorRe), graph.mul(denominatorIm, denominatorIm));
  const inverseRe = graph.op('Div', [denominatorRe, norm]);
  const inverseIm = graph.op('Neg', [graph.op('Div', [denominatorIm, norm])]);
  const numerator = graph.sub(r, eRe);
  return {
    re: graph.mul(graph.add(graph.mul(numerator, inverseRe), graph.mul(eIm, inverseIm)), through),
    im: graph.mul(graph.sub(graph.mul(numerator, inverseIm), graph.mul(eIm, inverseRe)), through),
  };
}
