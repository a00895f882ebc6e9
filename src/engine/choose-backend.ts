import type { PhotonicError } from '../lib/fault';
import type { Backend, BackendId } from './backend';
import { engineError } from './engine-fault';
import type { BackendReport, Capabilities } from './protocol';

/** How to open each backend; opening throws a fault where the browser cannot run it. */
export type BackendFactories = Readonly<Record<BackendId, () => Promise<Backend>>>;

/** From the one that is usually fastest to the one that always works. */
export const BACKEND_ORDER: readonly BackendId[] = ['webgpu', 'wasm', 'reference'];

export const BACKEND_NAME: Readonly<Record<BackendId, string>> = {
  webgpu: 'WebGPU',
  wasm: 'WASM SIMD',
  reference: 'the plain TypeScript reference',
};

/** The backend after this one in {@link BACKEND_ORDER}, if any. */
export function slowerBackend(id: BackendId): BackendId | undefined {
  return BACKEND_ORDER[BACKEND_ORDER.indexOf(id) + 1];
}

/**
 * Picks the fastest measured backend. One that was not measured is never picked, except that the
 * reference is the last resort.
 */
export function chooseBackend(reports: readonly BackendReport[]): Capabilities {
  const measured = reports
    .filter((report) => report.available && report.samplesPerSecond !== undefined)
    .sort((a, b) => (b.samplesPerSecond ?? 0) - (a.samplesPerSecond ?? 0));
  const [best, second] = measured;
  if (best === undefined) {
    return {
      backends: reports,
      chosen: 'reference',
      reason: 'No backend could be measured; the plain TypeScript reference always works.',
    };
  }
  return { backends: reports, chosen: best.id, reason: reasonFor(best, second, reports) };
}

function reasonFor(
  best: BackendReport,
  second: BackendReport | undefined,
  reports: readonly BackendReport[],
): string {
  const speed = `${best.label} trained ${siRate(best)} samples/s in a short test`;
  const compared =
    second === undefined
      ? ''
      : `, ${ratio(best, second)}× the ${siRate(second)} of ${BACKEND_NAME[second.id]}`;
  const webgpu = reports.find((report) => report.id === 'webgpu');
  const why =
    best.id !== 'webgpu' && webgpu?.samplesPerSecond === undefined && webgpu?.note !== undefined
      ? ` ${webgpu.note}`
      : '';
  return `${speed}${compared}.${why}`;
}

function siRate(report: BackendReport): string {
  const rate = report.samplesPerSecond ?? 0;
  const [divisor, prefix] = rate >= 1e6 ? [1e6, ' M'] : rate >= 1e3 ? [1e3, ' k'] : [1, ''];
  return `${(rate / divisor).toPrecision(3)}${prefix}`;
}

function ratio(a: BackendReport, b: BackendReport): string {
  return ((a.samplesPerSecond ?? 0) / (b.samplesPerSecond ?? 1)).toPrecision(2);
}

/** The fault of a backend that was asked for by name and is not there. */
export function unavailable(id: BackendId, why: string, cause?: string): PhotonicError {
  return engineError(
    'backend-unavailable',
    `${BACKEND_NAME[id]} was chosen for this run, but it cannot be used here. ${why}`,
    'Let the studio choose the backend, or choose another one.',
    cause,
  );
}
