import type { Session } from './backend';
import type { RunEvent } from './protocol';

/** An event but for the chip's passes, which depend on what the run did before. */
export type MeasuredMetrics = Omit<Extract<RunEvent, { kind: 'metrics' }>, 'chipPasses'>;

/** Waits below this share of the time are a timer's jitter, not a pace that was asked for. */
const SLOWED_SHARE = 0.05;

export interface Drained {
  /** The finite part of the slice; undefined where nothing was finished since the last one. */
  readonly event: MeasuredMetrics | undefined;
  /** First step whose loss was not a number. */
  readonly brokenStep: number | undefined;
}

/** Turns what a session has measured since the last time into one event for the page. */
export class MetricsPump {
  readonly #batchSize: number;
  #since = 0;
  #rested = 0;
  #device: number | undefined = 0;
  #steps = 0;

  constructor(batchSize: number) {
    this.#batchSize = batchSize;
  }

  /** Training starts or goes on after a break; `now` in milliseconds. */
  start(now: number): void {
    this.#since = now;
    this.#rested = 0;
    this.#device = 0;
    this.#steps = 0;
  }

  /** One call to a session: its steps, and its device time where that is known. */
  worked(steps: number, deviceTime: number | undefined): void {
    this.#steps += steps;
    this.#device =
      deviceTime === undefined || this.#device === undefined ? undefined : this.#device + deviceTime;
  }

  /** Milliseconds in which the device was kept waiting on purpose. */
  rested(ms: number): void {
    this.#rested += ms;
  }

  async drain(session: Session, now: number): Promise<Drained> {
    const slice = await session.metrics();
    const kernelTimes = session.kernelTimes();
    const elapsed = now - this.#since;
    const broken = slice.loss.findIndex((loss) => !Number.isFinite(loss));
    const length = broken < 0 ? slice.loss.length : broken;
    const brokenStep = broken < 0 ? undefined : slice.firstStep + broken;
    const event: MeasuredMetrics = {
      kind: 'metrics',
      firstStep: slice.firstStep,
      // Copies: a session may hand out views of memory that it goes on using.
      loss: slice.loss.slice(0, length),
      accuracy: slice.accuracy.slice(0, length),
      gradientNorm: slice.gradientNorm.slice(0, length),
      samplesPerSecond: perSecond(this.#steps * this.#batchSize, elapsed - this.#rested),
      stepsPerSecond: perSecond(this.#steps, elapsed),
      slowed: this.#rested > SLOWED_SHARE * elapsed,
      deviceTimePerStep:
        this.#device === undefined || this.#steps === 0 ? undefined : this.#device / this.#steps,
      kernelTimes: kernelTimes.length > 0 ? kernelTimes : undefined,
    };
    this.start(now);
    return { event: length === 0 ? undefined : event, brokenStep };
  }
}

function perSecond(count: number, ms: number): number {
  return ms > 0 ? (count * 1000) / ms : 0;
}
