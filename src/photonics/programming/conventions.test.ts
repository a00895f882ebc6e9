import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distance, product } from '../complex-matrix';
import { haarPhases } from '../haar';
import type { Mesh } from '../mesh';
import { MESH_KINDS, columnCount, rectangularMesh } from '../mesh';
import { meshOfColumns } from '../meshes/columns';
import { triangularMesh } from '../meshes/triangular';
import { mzi } from '../mzi';
import type { ComplexPlanes } from '../propagate';
import { identity, meshMatrix } from '../propagate';
import type { Convention, ConventionPhases } from './conventions';
import {
  CONVENTIONS,
  fromConvention,
  meshFromConvention,
  meshToConvention,
  toConvention,
} from './conventions';
import { dft } from './matrix-sources';
import { meshOf } from './programming.fixture';

/** The 2×2 matrix that a package's own documents give for its two phases, row by row: re, im. */
const DEVICES: { readonly [name in Convention]: (theta: number, phi: number) => number[] } = {
  studio: (theta, phi) => [...mzi(theta, phi)],
  qpg: (theta, phi) => [...mzi(theta, phi)],
  'neurophox-sm': (theta, phi) => [...mzi(theta, phi)],
  'neurophox-bloch': (theta, phi) => {
    const s = Math.sin(theta / 2);
    const c = Math.cos(theta / 2);
    return [-s * Math.sin(phi), s * Math.cos(phi), 0, c, -c * Math.sin(phi), c * Math.cos(phi), 0, -s];
  },
  neuroptica: (theta, phi) => {
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = mzi(theta, phi);
    return [a, b, e, f, c, d, g, h];
  },
  clements: (theta, phi) => {
    const s = Math.sin(theta);
    const c = Math.cos(theta);
    return [c * Math.cos(phi), c * Math.sin(phi), -s, 0, s * Math.cos(phi), s * Math.sin(phi), c, 0];
  },
};

/** What the other package's mesh does to a column of fields, multiplied out as its documents say. */
function otherMatrix(convention: Convention, mesh: Mesh, phases: ConventionPhases): ComplexPlanes {
  const { modes } = mesh;
  const onRows = convention === 'neurophox-sm' || convention === 'neurophox-bloch';
  const idle = convention === 'neurophox-bloch' && modes % 2 === 0 ? [0, -1] : [1, 0];
  const ports = identity(modes);
  phases.ports.forEach((phase, port) => {
    ports.re[port * (modes + 1)] = Math.cos(phase);
    ports.im[port * (modes + 1)] = Math.sin(phase);
  });
  const factors: ComplexPlanes[] = phases.portsAt === 'input' ? [ports] : [];
  for (let column = 0; column < columnCount(mesh); column++) {
    const factor = identity(modes);
    for (let port = 0; port < modes; port++) {
      factor.re[port * (modes + 1)] = idle[0] ?? 0;
      factor.im[port * (modes + 1)] = idle[1] ?? 0;
    }
    for (let k = mesh.columnStart[column] ?? 0; k < (mesh.columnStart[column + 1] ?? 0); k++) {
      const both = [...mesh.pairs.subarray(2 * k, 2 * k + 2)];
      const entries = DEVICES[convention](phases.theta[k] ?? 0, phases.phi[k] ?? 0);
      both.forEach((row, i) =>
        both.forEach((line, j) => {
          const at = onRows ? line * modes + row : row * modes + line;
          factor.re[at] = entries[2 * (2 * i + j)] ?? 0;
          factor.im[at] = entries[2 * (2 * i + j) + 1] ?? 0;
        }),
      );
    }
    factors.push(factor);
  }
  if (phases.portsAt === 'output') factors.push(ports);
  return factors.reduce((before, factor) => product(factor, before, modes, modes, modes), identity(modes));
}

function value<T>(result: { ok: true; value: T } | { ok: false; fault: { message: string } }): T {
  if (!result.ok) throw new Error(result.fault.message);
  return result.value;
}

describe('interferometers of other packages', () => {
  it('are turned into ours and back', () => {
    const phase = fc.double({ min: -7, max: 7, noNaN: true });
    fc.assert(
      fc.property(fc.constantFrom(...CONVENTIONS), phase, phase, (convention, theta, phi) => {
        const there = toConvention(convention, { theta, phi });
        const back = fromConvention(convention, there);
        expect(back.theta).toBeCloseTo(theta, 12);
        expect(back.phi).toBeCloseTo(phi, 12);
        // The same powers, transposed or not.
        const ours = mzi(theta, phi);
        const theirs = DEVICES[convention](there.theta, there.phi);
        expect(Math.hypot(theirs[0] ?? 0, theirs[1] ?? 0)).toBeCloseTo(
          Math.hypot(ours[0] ?? 0, ours[1] ?? 0),
          12,
        );
        // The phase between the two paths that share the external shifter's side.
        const angle = (m: ArrayLike<number>, at: number): number => Math.atan2(m[at + 1] ?? 0, m[at] ?? 0);
        const other = convention === 'neuroptica' ? 4 : 2;
        const turn = angle(theirs, 0) - angle(theirs, other) - angle(ours, 0) + angle(ours, 2);
        if (Math.min(Math.abs(Math.sin(theta / 2)), Math.abs(Math.cos(theta / 2))) > 1e-3)
          expect(Math.cos(turn)).toBeCloseTo(1, 9);
      }),
    );
  });

  it.each([
    // Computed by neurophox: theta = 1, phi = 0.5.
    [
      'neurophox-sm',
      1,
      0.5,
      [
        -0.4034226801113348, 0.2590347239999257, -0.42073549240394825, 0.7701511529340699,
        -0.7384602626041288, 0.4741598817790378, 0.22984884706593028, -0.42073549240394814,
      ],
    ],
    [
      'neurophox-bloch',
      1,
      0.5,
      [
        -0.22984884706592995, 0.42073549240394836, 0, 0.8775825618903728, -0.42073549240394825,
        0.7701511529340699, 0, -0.479425538604203,
      ],
    ],
    // By neuroptica.
    [
      'neuroptica',
      1,
      0.5,
      [
        -0.40342268011133486, 0.2590347239999258, -0.7384602626041288, 0.4741598817790378,
        -0.42073549240394825, 0.7701511529340699, 0.22984884706593012, -0.42073549240394825,
      ],
    ],
    [
      'neuroptica',
      1.570796,
      0.785398,
      [-0.7071067811865475, 0, -0.7071067811865475, 0, -0.5, 0.5, 0.5, -0.5],
    ],
    // By the Quantum Photonics Group's meshes.
    [
      'qpg',
      1,
      0.5,
      [
        -0.4034226801113349, 0.2590347239999257, -0.42073549240394825, 0.7701511529340699,
        -0.7384602626041288, 0.47415988177903784, 0.22984884706593015, -0.42073549240394825,
      ],
    ],
  ] as const)('equal %s at theta %d, phi %d', (convention, theta, phi, published) => {
    const entries = DEVICES[convention](theta, phi);
    const digits = theta === 1 ? 12 : 5;
    published.forEach((number, i) => expect(entries[i]).toBeCloseTo(number, digits));
    const { theta: here, phi: alsoHere } = fromConvention(convention, { theta, phi });
    expect([here, alsoHere]).toEqual([theta, phi]);
  });

  it('have the same coupler errors in neurophox and meshes', () => {
    // Computed by neurophox with epsilon = 0.1 in both couplers.
    const sm = [
      -0.4976237065142416, 0.11232531780961832, -0.41234879421668724, 0.7547994048765805, -0.723740222442173,
      0.4647082526847892, 0.07684343290147366, -0.5043227311215712,
    ];
    mzi(1, 0.5, 0.1, 0.1).forEach((number, i) => expect(number).toBeCloseTo(sm[i] ?? Number.NaN, 12));
    // By meshes with alpha = 0.1 and beta = −0.05.
    const crossing = [
      -0.42259079527033117, 0.21921841280791043, -0.48308360884605395, 0.7348404820796434,
      -0.6988277141668457, 0.5338540373089927, 0.1887763774392363, -0.43703909674324254,
    ];
    mzi(1, 0.5, 0.1, -0.05).forEach((number, i) => expect(number).toBeCloseTo(crossing[i] ?? Number.NaN, 12));
  });
});

describe('meshes of other packages', () => {
  const kinds = [rectangularMesh, triangularMesh] as const;
  const setting = fc.record({
    convention: fc.constantFrom(...CONVENTIONS),
    build: fc.constantFrom(...kinds),
    modes: fc.integer({ min: 2, max: 9 }),
    seed: fc.nat(0xffffffff),
  });

  it('give the same matrix with converted phases, and come back unchanged', () => {
    fc.assert(
      fc.property(setting, ({ convention, build, modes, seed }) => {
        const mesh = build(modes);
        // Bloch's triangular meshes of an odd size idle in two ways; the rectangular ones say enough here.
        if (convention === 'neurophox-bloch' && mesh.kind === 'triangular' && modes % 2 === 1) return;
        const phases = haarPhases(mesh, seed);
        const there = value(meshToConvention(convention, mesh, phases));
        expect(distance(otherMatrix(convention, mesh, there), meshMatrix(mesh, phases))).toBeLessThan(1e-12);
        const back = value(meshFromConvention(convention, mesh, there));
        expect(distance(meshMatrix(mesh, back), meshMatrix(mesh, phases))).toBeLessThan(1e-12);
        back.theta.forEach((theta, k) => expect(theta).toBeCloseTo(phases.theta[k] ?? Number.NaN, 12));
      }),
    );
  });

  it('exist for every topology but those with fixed couplers', () => {
    for (const kind of MESH_KINDS) {
      const mesh = meshOf(kind, 8);
      const phases = haarPhases(mesh, 1);
      for (const convention of CONVENTIONS) {
        const there = meshToConvention(convention, mesh, phases);
        const isForeign = convention !== 'studio' && convention !== 'qpg';
        if (kind === 'three-splitter' && isForeign) {
          expect(there).toMatchObject({
            ok: false,
            fault: { code: 'programming/convention', where: 'mesh' },
          });
          continue;
        }
        const back = value(meshFromConvention(convention, mesh, value(there)));
        expect(distance(meshMatrix(mesh, back), meshMatrix(mesh, phases))).toBeLessThan(1e-12);
      }
    }
  });
});

/** [mode1, mode2, theta, phi] in the order of light, modes from 1, and output phases: computed by interferometer. */
const INTERFEROMETER: Record<
  string,
  {
    readonly splitters: readonly (readonly [number, number, number, number])[];
    readonly out: readonly number[];
  }
> = {
  'square of 3': {
    splitters: [
      [1, 2, 0.7853981633974483, 2.094395102393196],
      [2, 3, 0.9553166181245093, 2.0943951023931957],
      [1, 2, 0.7853981633974482, -2.617993877991494],
    ],
    out: [0, 1.047197551196597, 2.094395102393195],
  },
  'triangle of 3': {
    splitters: [
      [2, 3, 0.7853981633974483, -3.141592653589793],
      [1, 2, 0.9553166181245093, 0],
      [2, 3, 0.7853981633974482, -1.5707963267948963],
    ],
    out: [0, 1.5707963267948961, 1.570796326794896],
  },
  'square of 4': {
    splitters: [
      [1, 2, 0.7853981633974483, 1.5707963267948968],
      [3, 4, 0.7853981633974481, -3.141592653589793],
      [2, 3, 0.9553166181245093, -0.7853981633974482],
      [1, 2, 1.0471975511965979, 0.7853981633974484],
      [3, 4, 1.0471975511965974, -1.5707963267948968],
      [2, 3, 0.6154797086703874, -1.5707963267948966],
    ],
    out: [3.141592653589793, -0.7853981633974486, 0, 0.7853981633974482],
  },
  'triangle of 4': {
    splitters: [
      [3, 4, 0.7853981633974483, -3.141592653589793],
      [2, 3, 0.9553166181245092, 0],
      [1, 2, 1.0471975511965976, -3.141592653589793],
      [3, 4, 0.6590580358264091, -1.1071487177940904],
      [2, 3, 0.9553166181245092, -2.356194490192345],
      [3, 4, 0.7853981633974483, -1.1071487177940906],
    ],
    out: [3.141592653589793, -0.7853981633974485, 0.3217505543966419, 0.32175055439664185],
  },
};

describe('published decompositions', () => {
  it.each(Object.entries(INTERFEROMETER))(
    'of interferometer become the Fourier transform: %s',
    (_, { splitters, out }) => {
      const modes = out.length;
      const mesh = meshOfColumns(
        'rectangular',
        modes,
        splitters.map(([first, second]) => [[first - 1, second - 1] as const]),
      );
      const phases = value(
        meshFromConvention('clements', mesh, {
          theta: Float64Array.from(splitters, ([, , theta]) => theta),
          phi: Float64Array.from(splitters, ([, , , phi]) => phi),
          ports: Float64Array.from(out),
        }),
      );
      expect(distance(meshMatrix(mesh, phases), dft(modes))).toBeLessThan(1e-12);
    },
  );

  it('of the Quantum Photonics Group becomes the Fourier transform', () => {
    const crossings = [
      [1.5707963267948968, -1.5707963267948963],
      [1.5707963267948961, 1.6653345369377348e-16],
      [1.2309594173407745, -3.9269908169872414],
      [1.0471975511965976, -3.3115111083168545],
      [-1.0471975511965974, 5.667705598509198],
      [-1.9106332362490186, -1.6626772598669866],
    ] as const;
    const mesh = rectangularMesh(4);
    const phases = value(
      meshFromConvention('qpg', mesh, {
        theta: Float64Array.from(crossings, ([theta]) => theta),
        phi: Float64Array.from(crossings, ([, phi]) => phi),
        ports: Float64Array.of(5.929504986308348, 4.620508047312603, 2.264313557120256, 0.5235987755982983),
      }),
    );
    expect(distance(meshMatrix(mesh, phases), dft(4))).toBeLessThan(1e-12);
  });
});
