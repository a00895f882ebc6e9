import { sinCos4 } from './elementary';

/**
 * Responses of four elements at once; what each writes is laid out in activate.ts. `slopes` is a constant where
 * these are inlined: without it the derivatives are neither computed nor written.
 */

const scratch = memory.data(96, 16);

/**
 * constants: √(1 − alpha), g/2, cos(phiB/2), sin(phiB/2). The bias enters by the addition theorem: near
 * phiB = π the response starts at zero, and a bias rounded to f32 would be all that is left of it.
 */
@inline
export function electroOptic(u: v128, constants: usize, out: usize, slopes: bool): void {
  const amplitude = v128.load_splat<f32>(constants);
  const halfG = v128.load_splat<f32>(constants, 4);
  const cosBias = v128.load_splat<f32>(constants, 8);
  const sinBias = v128.load_splat<f32>(constants, 12);
  sinCos4(f32x4.mul(halfG, u), scratch);
  const sinU = v128.load(scratch);
  const cosU = v128.load(scratch, 16);
  const s = f32x4.add(f32x4.mul(sinU, cosBias), f32x4.mul(cosU, sinBias));
  const c = f32x4.sub(f32x4.mul(cosU, cosBias), f32x4.mul(sinU, sinBias));
  const sc = f32x4.mul(s, c);
  const cc = f32x4.mul(c, c);
  v128.store(out, f32x4.mul(amplitude, sc));
  v128.store(out, f32x4.mul(amplitude, cc), 16);
  if (!slopes) return;
  const slope = f32x4.mul(halfG, amplitude);
  v128.store(out, f32x4.mul(slope, f32x4.sub(cc, f32x4.mul(s, s))), 32);
  v128.store(out, f32x4.mul(f32x4.mul(f32x4.splat(-2), slope), sc), 48);
}

/** constants: g. */
@inline
export function kerr(u: v128, constants: usize, out: usize, slopes: bool): void {
  const g = v128.load_splat<f32>(constants);
  sinCos4(f32x4.mul(g, u), scratch);
  const s = v128.load(scratch);
  const c = v128.load(scratch, 16);
  v128.store(out, c);
  v128.store(out, f32x4.neg(s), 16);
  if (!slopes) return;
  v128.store(out, f32x4.neg(f32x4.mul(g, s)), 32);
  v128.store(out, f32x4.neg(f32x4.mul(g, c)), 48);
}

/** constants: kappa, r, a. */
@inline
export function nofu(u: v128, constants: usize, tau: v128, delta: v128, out: usize, slopes: bool): void {
  const kappa = v128.load_splat<f32>(constants);
  const r = v128.load_splat<f32>(constants, 4);
  const a = v128.load_splat<f32>(constants, 8);
  const half = f32x4.splat(0.5);
  const one = f32x4.splat(1);
  sinCos4(f32x4.mul(half, tau), scratch);
  const tap = v128.load(scratch);
  const through = v128.load(scratch, 16);
  const kappaBeta = f32x4.mul(kappa, f32x4.mul(tap, tap));
  sinCos4(f32x4.add(delta, f32x4.mul(kappaBeta, u)), scratch + 32);
  const eRe = f32x4.mul(a, v128.load(scratch, 48));
  const eIm = f32x4.mul(a, v128.load(scratch, 32));
  // 1 / (1 − r·a·e^{id})
  const dRe = f32x4.sub(one, f32x4.mul(r, eRe));
  const dIm = f32x4.neg(f32x4.mul(r, eIm));
  const norm = f32x4.add(f32x4.mul(dRe, dRe), f32x4.mul(dIm, dIm));
  const iRe = f32x4.div(dRe, norm);
  const iIm = f32x4.neg(f32x4.div(dIm, norm));
  const nRe = f32x4.sub(r, eRe);
  const tRe = f32x4.add(f32x4.mul(nRe, iRe), f32x4.mul(eIm, iIm));
  const tIm = f32x4.sub(f32x4.mul(nRe, iIm), f32x4.mul(eIm, iRe));
  v128.store(out, f32x4.mul(through, tRe));
  v128.store(out, f32x4.mul(through, tIm), 16);
  if (!slopes) return;
  // dt/dd = i·a·e^{id}·(r² − 1) / (1 − r·a·e^{id})²
  const qRe = f32x4.sub(f32x4.mul(iRe, iRe), f32x4.mul(iIm, iIm));
  const qIm = f32x4.mul(f32x4.splat(2), f32x4.mul(iRe, iIm));
  const factor = f32x4.sub(f32x4.mul(r, r), one);
  const slopeRe = f32x4.neg(f32x4.mul(factor, f32x4.add(f32x4.mul(eIm, qRe), f32x4.mul(eRe, qIm))));
  const slopeIm = f32x4.mul(factor, f32x4.sub(f32x4.mul(eRe, qRe), f32x4.mul(eIm, qIm)));
  const perPower = f32x4.mul(through, kappaBeta);
  v128.store(out, f32x4.mul(perPower, slopeRe), 32);
  v128.store(out, f32x4.mul(perPower, slopeIm), 48);
  const viaBeta = f32x4.mul(f32x4.mul(through, kappa), f32x4.mul(u, f32x4.mul(tap, through)));
  const viaTap = f32x4.mul(half, tap);
  v128.store(out, f32x4.sub(f32x4.mul(viaBeta, slopeRe), f32x4.mul(viaTap, tRe)), 64);
  v128.store(out, f32x4.sub(f32x4.mul(viaBeta, slopeIm), f32x4.mul(viaTap, tIm)), 80);
  v128.store(out, f32x4.mul(through, slopeRe), 96);
  v128.store(out, f32x4.mul(through, slopeIm), 112);
}
