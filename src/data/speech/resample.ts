/** Zero crossings of the sinc on each side: about 60 dB of rejection under a Hann window. */
const CROSSINGS = 14;
/** Share of the lower rate's band that is kept, so that the filter's edge lies below its end. */
const KEPT = 0.94;

/**
 * Samples at another rate, low-passed below half the lower one with a windowed sinc.
 * @param samples at `from` hertz
 * @returns the same time at `to` hertz
 */
export function resample(samples: ArrayLike<number>, from: number, to: number): Float64Array {
  if (from === to) return Float64Array.from(samples);
  // Cutoff in cycles per input sample, times two.
  const cutoff = KEPT * Math.min(1, to / from);
  const reach = CROSSINGS / cutoff;
  return Float64Array.from({ length: Math.floor((samples.length * to) / from) }, (_, m) => {
    const centre = (m * from) / to;
    const first = Math.max(0, Math.ceil(centre - reach));
    const last = Math.min(samples.length - 1, Math.floor(centre + reach));
    let sum = 0;
    for (let n = first; n <= last; n++) {
      const t = n - centre;
      const window = 0.5 * (1 + Math.cos((Math.PI * t) / reach));
      sum += (samples[n] ?? 0) * window * sinc(cutoff * t);
    }
    return cutoff * sum;
  });
}

function sinc(x: number): number {
  return x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
}
