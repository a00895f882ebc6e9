import { QUIET, effectivePhases } from '../../learning/effects';
import { phasesOf } from '../../learning/mesh-phases';
import type { Plan, PlanLinear, PlanMesh } from '../../learning/plan';
import type { Result } from '../../lib/result';
import { fail, ok } from '../../lib/result';
import { idealFlaws } from '../../photonics/ideal-flaws';
import { mziCount } from '../../photonics/mesh';

/**
 * A circuit in the schema of SAX's netlists: instances with settings, connections from one instance's port to
 * another's, and names for the ports that stay open.
 */
export interface Netlist {
  readonly instances: Readonly<Record<string, NetlistInstance>>;
  readonly connections: Readonly<Record<string, string>>;
  readonly ports: Readonly<Record<string, string>>;
}

/**
 * `coupler`: ports in0, in1, out0, out1; `coupling` is the power that crosses, amplitudes √(1−coupling) and i·√coupling.
 * `phase_shifter`: in0, out0; e^{i·phase}, radians. `attenuator`: in0, out0; `transmission` of the amplitude, which an
 * amplifier may make larger than 1.
 */
export type NetlistInstance =
  | { readonly component: 'coupler'; readonly settings: { readonly coupling: number } }
  | { readonly component: 'phase_shifter'; readonly settings: { readonly phase: number } }
  | { readonly component: 'attenuator'; readonly settings: { readonly transmission: number } };

/** Parts of one netlist; a solver's matrix has two ports for each. */
const MAX_INSTANCES = 100_000;

/**
 * The linear part of every layer as a circuit of its own, `layer_1`, `layer_2` …, each with ports in0 … and out0 …; phases,
 * couplers and losses as the light meets them. Each reproduces the layer's matrix.
 */
export function layerNetlists(
  plan: Plan,
  parameters: Float64Array,
): Result<Readonly<Record<string, Netlist>>> {
  const met = effectivePhases(plan, parameters, QUIET);
  const total = plan.layers.reduce((sum, layer) => sum + sizeOf(layer), 0);
  if (total > MAX_INSTANCES) {
    return fail({
      code: 'format/netlist-too-large',
      message: `A netlist of ${total.toLocaleString('en-US')} parts is more than circuit solvers take (${MAX_INSTANCES.toLocaleString('en-US')}).`,
      fix: 'Export the matrices as npz instead, or use fewer modes.',
      where: 'modes',
    });
  }
  return ok(
    Object.fromEntries(plan.layers.map((layer, index) => [`layer_${index + 1}`, linearNetlist(layer, met)])),
  );
}

function sizeOf({ before, mesh }: PlanLinear): number {
  const parts = 4 * mziCount(mesh.topology) + 2 * mesh.topology.modes;
  return before ? 2 * parts : parts;
}

/** One linear part; its matrix is that of {@link layerMatrix}. */
export function linearNetlist(linear: PlanLinear, met: Float64Array): Netlist {
  const { modes } = linear.mesh.topology;
  const circuit = new Circuit(modes);
  if (linear.before) addMesh(circuit, 'v', linear.before, met);
  const { attenuatorOffset, gain } = linear;
  if (attenuatorOffset !== undefined) {
    for (let port = 0; port < modes; port++)
      circuit.attenuate(`sigma_${port}`, port, Math.sin((met[attenuatorOffset + port] ?? 0) / 2));
  }
  addMesh(circuit, 'u', linear.mesh, met);
  if (gain !== 1) for (let port = 0; port < modes; port++) circuit.attenuate(`gain_${port}`, port, gain);
  return circuit.finish();
}

function addMesh(circuit: Circuit, name: string, mesh: PlanMesh, met: Float64Array): void {
  const { topology, losses, drive } = mesh;
  const { pairs } = topology;
  const phases = phasesOf(mesh, met);
  const flaws = mesh.flaws ?? idealFlaws(topology);
  for (let k = 0; k < mziCount(topology); k++) {
    const [top = 0, bottom = 0] = pairs.subarray(2 * k, 2 * k + 2);
    const part = `${name}_${k}`;
    const theta = (phases.theta[k] ?? 0) + (flaws?.theta[k] ?? 0);
    if (losses) {
      circuit.attenuate(`${part}_loss_top`, top, losses.top[k] ?? 1);
      circuit.attenuate(`${part}_loss_bottom`, bottom, losses.bottom[k] ?? 1);
    }
    circuit.shift(`${part}_phi`, top, (phases.phi[k] ?? 0) + (flaws?.phi[k] ?? 0));
    circuit.couple(`${part}_first`, top, bottom, flaws?.a[k] ?? 0);
    if (drive === 'single') circuit.shift(`${part}_theta`, top, theta);
    else {
      // Both arms by half, and a quarter wave less on both.
      circuit.shift(`${part}_theta`, top, (theta - Math.PI) / 2);
      circuit.shift(`${part}_theta_lower`, bottom, (-theta - Math.PI) / 2);
    }
    circuit.couple(`${part}_second`, top, bottom, flaws?.b[k] ?? 0);
  }
  for (let port = 0; port < topology.modes; port++) {
    circuit.shift(`${name}_gamma_${port}`, port, phases.gamma[port] ?? 0);
    if (losses) circuit.attenuate(`${name}_output_${port}`, port, losses.output[port] ?? 1);
  }
}

/** Puts parts onto waveguides one after the other. */
class Circuit {
  readonly #instances: [string, NetlistInstance][] = [];
  readonly #connections: [string, string][] = [];
  readonly #inputs: (string | undefined)[];
  readonly #ends: (string | undefined)[];

  constructor(modes: number) {
    this.#inputs = new Array<string | undefined>(modes).fill(undefined);
    this.#ends = new Array<string | undefined>(modes).fill(undefined);
  }

  shift(name: string, port: number, phase: number): void {
    this.#instances.push([name, { component: 'phase_shifter', settings: { phase } }]);
    this.#attach(port, `${name},in0`, `${name},out0`);
  }

  attenuate(name: string, port: number, transmission: number): void {
    this.#instances.push([name, { component: 'attenuator', settings: { transmission } }]);
    this.#attach(port, `${name},in0`, `${name},out0`);
  }

  /** B(error) of photonics/mzi.ts. */
  couple(name: string, top: number, bottom: number, error: number): void {
    const angle = Math.PI / 4 + error;
    const coupling = Math.sin(angle) ** 2;
    // A power says nothing of signs: where an amplitude is negative, waves shifted by π say it.
    const [negativeBar, negativeCross] = [Math.cos(angle) < 0, Math.sin(angle) < 0];
    if (negativeBar) this.shift(`${name}_sign_in`, negativeCross ? top : bottom, Math.PI);
    if (negativeBar && negativeCross) this.shift(`${name}_sign_in_lower`, bottom, Math.PI);
    if (!negativeBar && negativeCross) this.shift(`${name}_sign_in`, top, Math.PI);
    this.#instances.push([name, { component: 'coupler', settings: { coupling } }]);
    this.#attach(top, `${name},in0`, `${name},out0`);
    this.#attach(bottom, `${name},in1`, `${name},out1`);
    if (negativeBar !== negativeCross) this.shift(`${name}_sign_out`, top, Math.PI);
  }

  finish(): Netlist {
    const named = (kind: 'in' | 'out', at: readonly (string | undefined)[]): [string, string][] =>
      at.map((port, index) => [`${kind}${index}`, port ?? '']);
    return {
      instances: Object.fromEntries(this.#instances),
      connections: Object.fromEntries(this.#connections),
      ports: Object.fromEntries([...named('in', this.#inputs), ...named('out', this.#ends)]),
    };
  }

  #attach(port: number, input: string, output: string): void {
    const end = this.#ends[port];
    if (end === undefined) this.#inputs[port] = input;
    else this.#connections.push([end, input]);
    this.#ends[port] = output;
  }
}
