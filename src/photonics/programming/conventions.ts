import type { Result } from '../../lib/result';
import { fail, ok } from '../../lib/result';
import type { MeshPhases } from '../haar';
import type { Mesh } from '../mesh';
import { columnCount, mziCount } from '../mesh';
import { wrapped } from '../mzi-inverse';

/**
 * Names of conventions for the same interferometer; see {@link CONVENTION_TEXTS}. Those that know coupler errors,
 * neurophox (in its newer releases) and meshes, use the same angles as this product.
 */
export const CONVENTIONS = [
  'studio',
  'clements',
  'neurophox-sm',
  'neurophox-bloch',
  'neuroptica',
  'qpg',
] as const;
export type Convention = (typeof CONVENTIONS)[number];

/** Who uses a convention, and its 2×2 matrix in terms of this product's T(theta, phi). */
export const CONVENTION_TEXTS: { readonly [name in Convention]: { who: string; matrix: string } } = {
  studio: { who: 'this studio', matrix: 'T(θ, φ) = B·P(θ)·B·P(φ)' },
  clements: {
    who: 'Clements et al. 2016, interferometer, Strawberry Fields',
    matrix: '[[e^{iφ}cos θ, −sin θ], [e^{iφ}sin θ, cos θ]]',
  },
  'neurophox-sm': { who: 'neurophox, single-mode basis', matrix: 'T(θ, φ) on row vectors' },
  'neurophox-bloch': { who: 'neurophox, Bloch basis', matrix: 'e^{−iθ/2}·T(θ, φ) on row vectors' },
  neuroptica: { who: 'neuroptica', matrix: 'P(φ)·B·P(θ)·B, the transpose of T' },
  qpg: { who: 'meshes (Quantum Photonics Group, MIT)', matrix: 'T(θ, φ) = B·P(θ)·B·P(φ)' },
};

/** Phases of one interferometer. */
export interface DevicePhases {
  readonly theta: number;
  readonly phi: number;
}

/** Phases of a mesh in some convention, interferometers in the order of `mesh.pairs`. */
export interface ConventionPhases {
  readonly theta: Float64Array;
  readonly phi: Float64Array;
  /** One more phase per port. */
  readonly ports: Float64Array;
  /** Where light meets those. */
  readonly portsAt: 'input' | 'output';
}

interface Rule {
  /** Where the external shifter lies; with it at the output, the phases of the ports come first. */
  readonly external: 'input' | 'output';
  from(device: DevicePhases): DevicePhases;
  to(device: DevicePhases): DevicePhases;
  /** Phase by which T (transposed for an external shifter at the output) is ahead of the convention's matrix. */
  ahead(theta: number): number;
  /** Phase that the convention gives to light that passes a column without an interferometer. */
  idle(mesh: Mesh, column: number, port: number): number;
}

const same = (device: DevicePhases): DevicePhases => device;
const none = (): number => 0;
const AS_HERE: Rule = { external: 'input', from: same, to: same, ahead: none, idle: none };
const TRANSPOSED: Rule = { ...AS_HERE, external: 'output' };

const RULES: { readonly [name in Convention]: Rule } = {
  studio: AS_HERE,
  qpg: AS_HERE,
  // T(π − 2t, p + π) = e^{−it}·T_C(t, p)
  clements: {
    ...AS_HERE,
    from: ({ theta, phi }) => ({ theta: Math.PI - 2 * theta, phi: phi + Math.PI }),
    to: ({ theta, phi }) => ({ theta: (Math.PI - theta) / 2, phi: phi - Math.PI }),
    ahead: (theta) => (theta - Math.PI) / 2,
  },
  neuroptica: TRANSPOSED,
  'neurophox-sm': TRANSPOSED,
  'neurophox-bloch': { ...TRANSPOSED, ahead: (theta) => theta / 2, idle: blochIdle },
};

/** Phases of one interferometer of this product in another convention. */
export function toConvention(convention: Convention, device: DevicePhases): DevicePhases {
  return RULES[convention].to(device);
}

/** The reverse of {@link toConvention}. */
export function fromConvention(convention: Convention, device: DevicePhases): DevicePhases {
  return RULES[convention].from(device);
}

/**
 * Phases of a whole mesh in another convention, so that the other package's mesh of the same layout gives the same
 * matrix (for neurophox, its transpose: it multiplies row vectors). Where matrices of the two conventions differ by
 * phases, these travel to the next interferometer's phi and to the ports. Fault `programming/convention` at `mesh` for
 * meshes with fixed couplers, through which phases do not pass and which the other packages do not have.
 */
export function meshToConvention(
  convention: Convention,
  mesh: Mesh,
  phases: MeshPhases,
): Result<ConventionPhases> {
  const rule = RULES[convention];
  if (mesh.fixed && rule !== AS_HERE) return noFixedCouplers(convention);
  const count = mziCount(mesh);
  const out = { theta: new Float64Array(count), phi: new Float64Array(count) };
  const put = (k: number, theta: number, phi: number): void => {
    const device = rule.to({ theta, phi: wrapped(phi) });
    out.theta[k] = device.theta;
    out.phi[k] = device.phi;
  };
  if (rule.external === 'input') {
    // Fields here are e^{i·extra} times those there, column by column.
    const extra = new Float64Array(mesh.modes);
    eachColumn(mesh, 1, (column) => {
      eachIdle(mesh, column, (port) => (extra[port] = extra[port]! - rule.idle(mesh, column, port)));
      eachDevice(mesh, column, (k, top, bottom) => {
        put(k, phases.theta[k]!, phases.phi[k]! + extra[top]! - extra[bottom]!);
        extra[bottom] = extra[bottom]! + rule.ahead(phases.theta[k]!);
        extra[top] = extra[bottom]!;
      });
    });
    const ports = phases.gamma.map((gamma, port) => wrapped(gamma + extra[port]!));
    return ok({ ...out, ports, portsAt: 'output' });
  }
  // Phases still to be given to light, from the outputs back: a shifter there takes the difference of both ports.
  const due = phases.gamma.slice();
  eachColumn(mesh, -1, (column) => {
    eachIdle(mesh, column, (port) => (due[port] = due[port]! - rule.idle(mesh, column, port)));
    eachDevice(mesh, column, (k, top, bottom) => {
      put(k, phases.theta[k]!, due[top]! - due[bottom]!);
      due[bottom] = due[bottom]! + rule.ahead(phases.theta[k]!);
      due[top] = due[bottom] + phases.phi[k]!;
    });
  });
  return ok({ ...out, ports: due.map(wrapped), portsAt: 'input' });
}

/** The reverse of {@link meshToConvention}. */
export function meshFromConvention(
  convention: Convention,
  mesh: Mesh,
  given: Pick<ConventionPhases, 'theta' | 'phi' | 'ports'>,
): Result<MeshPhases> {
  const rule = RULES[convention];
  if (mesh.fixed && rule !== AS_HERE) return noFixedCouplers(convention);
  const theta = new Float64Array(mziCount(mesh));
  const phi = new Float64Array(mziCount(mesh));
  // Fields there are e^{i·extra} times those here.
  const extra = rule.external === 'output' ? given.ports.slice() : new Float64Array(mesh.modes);
  eachColumn(mesh, 1, (column) => {
    eachIdle(mesh, column, (port) => (extra[port] = extra[port]! + rule.idle(mesh, column, port)));
    eachDevice(mesh, column, (k, top, bottom) => {
      const device = rule.from({ theta: given.theta[k]!, phi: given.phi[k]! });
      const difference = extra[top]! - extra[bottom]!;
      const isBehind = rule.external === 'output';
      theta[k] = device.theta;
      phi[k] = wrapped(isBehind ? difference : device.phi + difference);
      extra[bottom] = extra[bottom]! - rule.ahead(device.theta);
      extra[top] = extra[bottom] + (isBehind ? device.phi : 0);
    });
  });
  const gamma = extra.map((phase, port) =>
    wrapped(phase + (rule.external === 'output' ? 0 : given.ports[port]!)),
  );
  return ok({ theta, phi, gamma });
}

/**
 * In neurophox's Bloch basis every place for an interferometer that the mesh leaves free holds one in the bar state,
 * which gives both its ports −i; in a column that begins at the second row one such place joins the last row and the
 * first. Only the odd one out of an odd number of rows is empty.
 */
function blochIdle(mesh: Mesh, column: number, port: number): number {
  const { modes, rows, pairs, columnStart } = mesh;
  const rowOf = (waveguide: number): number => rows?.[column * modes + waveguide] ?? waveguide;
  const first = columnStart[column]!;
  const begins = first < columnStart[column + 1]! ? rowOf(pairs[2 * first]!) % 2 : column % 2;
  const place = (rowOf(port) - begins + modes) % modes;
  return modes % 2 === 1 && place === modes - 1 ? 0 : -Math.PI / 2;
}

function eachColumn(mesh: Mesh, direction: 1 | -1, visit: (column: number) => void): void {
  const columns = columnCount(mesh);
  for (let i = 0; i < columns; i++) visit(direction === 1 ? i : columns - 1 - i);
}

function eachDevice(
  { pairs, columnStart }: Mesh,
  column: number,
  visit: (k: number, top: number, bottom: number) => void,
): void {
  for (let k = columnStart[column]!; k < columnStart[column + 1]!; k++)
    visit(k, pairs[2 * k]!, pairs[2 * k + 1]!);
}

/** Ports that pass a column without an interferometer. */
function eachIdle(mesh: Mesh, column: number, visit: (port: number) => void): void {
  const isBusy = new Uint8Array(mesh.modes);
  eachDevice(mesh, column, (_, top, bottom) => isBusy.fill(1, top, top + 1).fill(1, bottom, bottom + 1));
  isBusy.forEach((busy, port) => {
    if (busy === 0) visit(port);
  });
}

function noFixedCouplers(convention: Convention) {
  return fail({
    code: 'programming/convention',
    message: `${CONVENTION_TEXTS[convention].who} has no mesh with fixed couplers.`,
    fix: 'Choose another mesh, or the convention of this studio.',
    where: 'mesh',
  });
}
