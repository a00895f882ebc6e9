/**
 * Linear prediction of speech: x[n] ≈ −Σ a_k·x[n−k], the vocal tract as an all-pole filter 1/A(z) with
 * A(z) = 1 + Σ a_k·z^−k (Markel and Gray, "Linear Prediction of Speech", Springer 1976; Makhoul, Proc. IEEE 63,
 * 561 (1975)).
 */
export interface Prediction {
  /** a_1 … a_p. */
  readonly coefficients: Float64Array;
  /** Power of what prediction leaves over, in units of the frame's power: above 0, at most 1. */
  readonly residual: number;
}

/** Keeps the recursion stable for frames that are pure tones, as a floor of white noise 90 dB below the signal. */
const WHITE_NOISE = 1e-9;

/**
 * The autocorrelation method with the Levinson–Durbin recursion, whose filter is always stable.
 * @param frame windowed samples
 * @returns undefined for silence
 */
export function predict(frame: ArrayLike<number>, order: number): Prediction | undefined {
  const correlation = autocorrelation(frame, order);
  const power = correlation[0] ?? 0;
  if (!(power > 0) || !Number.isFinite(power)) return undefined;
  return levinson(correlation, order);
}

/** r_0 … r_maxLag of a frame. */
export function autocorrelation(frame: ArrayLike<number>, maxLag: number): Float64Array {
  const out = new Float64Array(maxLag + 1);
  for (let lag = 0; lag <= maxLag; lag++) {
    let sum = 0;
    for (let n = lag; n < frame.length; n++) sum += (frame[n] ?? 0) * (frame[n - lag] ?? 0);
    out[lag] = sum;
  }
  return out;
}

/** @param correlation r_0 > 0 … r_order */
export function levinson(correlation: Float64Array, order: number): Prediction {
  const coefficients = new Float64Array(order);
  const power = correlation[0] ?? 0;
  let error = power * (1 + WHITE_NOISE);
  for (let i = 0; i < order; i++) {
    let sum = correlation[i + 1] ?? 0;
    for (let k = 0; k < i; k++) sum += (coefficients[k] ?? 0) * (correlation[i - k] ?? 0);
    const reflection = -sum / error;
    const before = coefficients.slice(0, i);
    for (let k = 0; k < i; k++) coefficients[k] = (before[k] ?? 0) + reflection * (before[i - 1 - k] ?? 0);
    coefficients[i] = reflection;
    error *= 1 - reflection * reflection;
  }
  return { coefficients, residual: error / power };
}

/** A copy with y[n] = x[n] − α·x[n−1]: undoes the fall of the voice's spectrum above `corner` hertz. */
export function preEmphasised(samples: ArrayLike<number>, rate: number, corner: number): Float64Array {
  const alpha = Math.exp((-2 * Math.PI * corner) / rate);
  return Float64Array.from(
    { length: samples.length },
    (_, n) => (samples[n] ?? 0) - alpha * (n > 0 ? (samples[n - 1] ?? 0) : 0),
  );
}

/** Multiplies by a Hann window that reaches zero just outside the frame, in place. */
export function windowed(frame: Float64Array): Float64Array {
  for (let n = 0; n < frame.length; n++)
    frame[n] = (frame[n] ?? 0) * 0.5 * (1 - Math.cos((2 * Math.PI * (n + 1)) / (frame.length + 1)));
  return frame;
}
