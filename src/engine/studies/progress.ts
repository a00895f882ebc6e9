import type { Clock } from '../clock';
import type { StudyResult } from '../study';
import type { Report } from './study-parts';

/** How often the page hears of a study, milliseconds. */
const REPORT_MS = 100;
/** Computing after which waiting messages (a cancellation, an open run) are let in, milliseconds. */
const BREATH_MS = 10;

/** Tells a study's progress now and then, and gives way between its pieces of work. */
export class Progress {
  readonly #report: Report;
  readonly #clock: Clock;
  readonly #signal: AbortSignal;
  readonly #total: number;
  #done = 0;
  #told = -Infinity;
  #breathed: number;

  /** @param total pieces of work; those of unlike size may count as several */
  constructor(report: Report, clock: Clock, signal: AbortSignal, total: number) {
    this.#report = report;
    this.#clock = clock;
    this.#signal = signal;
    this.#total = Math.max(1, total);
    this.#breathed = clock.now();
  }

  /**
   * So many pieces more are done.
   * @throws the signal's reason once it is aborted
   */
  async advance(pieces: number, text: () => string, partial: () => StudyResult | undefined): Promise<void> {
    this.#done += pieces;
    const now = this.#clock.now();
    if (now - this.#told >= REPORT_MS) {
      this.#told = now;
      this.#report({ done: Math.min(1, this.#done / this.#total), text: text(), partial: partial() });
    }
    if (now - this.#breathed >= BREATH_MS) {
      await this.#clock.breathe();
      this.#breathed = this.#clock.now();
    }
    this.#signal.throwIfAborted();
  }
}
