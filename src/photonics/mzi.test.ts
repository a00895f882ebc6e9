import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { electroOptic } from './nonlinearity/electro-optic';
import { emptyResponse } from './nonlinearity/response';
import { barFraction, mzi } from './mzi';

/** Row by row re, im; computed by QPG-MIT's meshes package, which shares this convention. */
const MESHES = [
  {
    phases: [1, 0.5, 0, 0],
    entries: [
      -0.4034226801113349, 0.2590347239999257, -0.42073549240394825, 0.7701511529340699, -0.7384602626041288,
      0.47415988177903784, 0.22984884706593015, -0.42073549240394825,
    ],
  },
  {
    phases: [1, 0.5, 0.1, -0.05],
    entries: [
      -0.42259079527033117, 0.21921841280791043, -0.48308360884605395, 0.7348404820796434,
      -0.6988277141668457, 0.5338540373089927, 0.1887763774392363, -0.43703909674324254,
    ],
  },
  {
    phases: [1.570796326794897, 0.785398163397448, 0.02, 0.02],
    entries: [
      -0.7071067811865475, -0.02827672937850393, -0.49960005333048896, 0.499600053330489, -0.7065411711822991,
      0, 0.4800053329066828, -0.5199946670933171,
    ],
  },
] as const;

const phase = fc.double({ min: -10, max: 10, noNaN: true });
const error = fc.double({ min: -0.5, max: 0.5, noNaN: true });

describe('interferometer', () => {
  it.each(MESHES)('equals the meshes package at $phases', ({ phases: [theta, phi, a, b], entries }) => {
    mzi(theta, phi, a, b).forEach((value, i) => expect(value).toBeCloseTo(entries[i] ?? Number.NaN, 12));
  });

  it('conserves energy times its transmission, whatever its flaws', () => {
    fc.assert(
      fc.property(
        phase,
        phase,
        error,
        error,
        fc.double({ min: 0.1, max: 1, noNaN: true }),
        (theta, phi, a, b, loss) => {
          const [t00 = 0, u00 = 0, t01 = 0, u01 = 0, t10 = 0, u10 = 0, t11 = 0, u11 = 0] = mzi(
            theta,
            phi,
            a,
            b,
            loss,
          );
          expect(t00 ** 2 + u00 ** 2 + t10 ** 2 + u10 ** 2).toBeCloseTo(loss ** 2, 12);
          expect(t01 ** 2 + u01 ** 2 + t11 ** 2 + u11 ** 2).toBeCloseTo(loss ** 2, 12);
          expect(t00 * t01 + u00 * u01 + t10 * t11 + u10 * u11).toBeCloseTo(0, 12);
          expect(t00 * u01 - u00 * t01 + t10 * u11 - u10 * t11).toBeCloseTo(0, 12);
        },
      ),
    );
  });

  it('has the determinant e^{i(theta + phi)}', () => {
    fc.assert(
      fc.property(phase, phase, (theta, phi) => {
        const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = mzi(theta, phi);
        expect(a * g - b * h - (c * e - d * f)).toBeCloseTo(Math.cos(theta + phi), 12);
        expect(a * h + b * g - (c * f + d * e)).toBeCloseTo(Math.sin(theta + phi), 12);
      }),
    );
  });

  it('crosses at theta = 0 and passes at theta = π', () => {
    expect(barFraction(0)).toBe(0);
    expect(barFraction(Math.PI)).toBe(1);
  });
});

describe('electro-optic activation', () => {
  it.each([
    // Computed by neuroptica: z, f(z) at alpha = 0.1 and the given g and bias.
    { z: [0.5, 0.2], g: 0.4 * Math.PI, phiB: -Math.PI, f: [-0.09076060268618925, -0.018236940792025057] },
    { z: [2, 0], g: 0.4 * Math.PI, phiB: -Math.PI, f: [0.9022514325113186, 0.6555240366732316] },
    { z: [-0.3, 1.2], g: 0.05 * Math.PI, phiB: Math.PI, f: [0.017511903042902878, -0.13957608110035433] },
  ] as const)('equals neuroptica at $z', ({ z: [re, im], g, phiB, f }) => {
    const h = emptyResponse();
    electroOptic(re * re + im * im, 0.1, g, phiB, h);
    expect(re * h.hRe - im * h.hIm).toBeCloseTo(f[0], 12);
    expect(re * h.hIm + im * h.hRe).toBeCloseTo(f[1], 12);
  });
});
