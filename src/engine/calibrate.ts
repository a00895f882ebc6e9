import { toFault } from '../lib/fault';
import type { Backend, BackendId, Session } from './backend';
import { calibrationData, calibrationPlan } from './calibration-network';
import type { BackendFactories } from './choose-backend';
import { BACKEND_NAME, BACKEND_ORDER, chooseBackend } from './choose-backend';
import type { Clock } from './clock';
import { Pace } from './pace';
import type { BackendReport, Capabilities } from './protocol';

/** Wall time of warm-up (compilers tier up, pipelines are made) and of the measurement, milliseconds. */
const WARM_UP_MS = 80;
const MEASURE_MS = 120;

export interface CalibrateOptions {
  /** Also measures software emulations of a device, for a report. They are never chosen. */
  readonly measureSoftware?: boolean;
}

/** Trains a fixed network on every backend for a moment and reports which is fastest. */
export async function calibrate(
  factories: BackendFactories,
  clock: Clock,
  options: CalibrateOptions = {},
): Promise<Capabilities> {
  const reports: SoftwareReport[] = [];
  // One after the other: side by side they would take each other's cores.
  for (const id of BACKEND_ORDER) reports.push(await reportOn(id, factories, clock, options));
  const forChoice = reports.map((report) =>
    report.software ? { ...report, samplesPerSecond: undefined } : report,
  );
  return { ...chooseBackend(forChoice), backends: reports.map(({ software: _, ...report }) => report) };
}

type SoftwareReport = BackendReport & { readonly software: boolean };

async function reportOn(
  id: BackendId,
  factories: BackendFactories,
  clock: Clock,
  options: CalibrateOptions,
): Promise<SoftwareReport> {
  let backend: Backend;
  try {
    backend = await factories[id]();
  } catch (thrown) {
    const { message } = toFault(thrown);
    return {
      id,
      label: BACKEND_NAME[id],
      available: false,
      samplesPerSecond: undefined,
      note: message,
      software: false,
    };
  }
  // The reference is plain TypeScript, not the emulation of a device: it has nothing better to fall back on.
  const software = backend.isSoftware && id === 'webgpu';
  const found = { id, label: backend.label, software };
  try {
    if (software && options.measureSoftware !== true) {
      const note =
        'This browser only emulates a graphics device, which is slower than WASM; it can still be chosen by hand.';
      return { ...found, available: true, samplesPerSecond: undefined, note };
    }
    const samplesPerSecond = await measure(backend, clock);
    return { ...found, available: true, samplesPerSecond, note: undefined };
  } catch (thrown) {
    const { message, cause } = toFault(thrown);
    const note = `It failed a short training: ${cause ?? message}`;
    return { ...found, available: false, samplesPerSecond: undefined, note };
  } finally {
    backend.dispose();
  }
}

async function measure(backend: Backend, clock: Clock): Promise<number> {
  const plan = calibrationPlan();
  const session = await backend.prepare(plan, calibrationData());
  try {
    const pace = new Pace();
    await trainFor(WARM_UP_MS, session, pace, clock);
    const { steps, ms } = await trainFor(MEASURE_MS, session, pace, clock);
    return (steps * plan.batchSize * 1000) / ms;
  } finally {
    session.dispose();
  }
}

async function trainFor(
  limit: number,
  session: Session,
  pace: Pace,
  clock: Clock,
): Promise<{ steps: number; ms: number }> {
  const start = clock.now();
  let steps = 0;
  let ms = 0;
  while (ms < limit) {
    const before = clock.now();
    const count = pace.next(Infinity);
    await session.step(count);
    pace.observe(count, clock.now() - before);
    steps += count;
    ms = clock.now() - start;
  }
  await session.metrics();
  return { steps, ms: Math.max(ms, clock.now() - start) };
}
