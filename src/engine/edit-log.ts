import type { LiveSettings } from '../experiment/live-settings';
import { sameSettings } from '../experiment/live-settings';
import type { RunEdit } from './protocol';

/** The edits of one run by rising step. Settings chosen before the first step are where it starts, and no edits. */
export class EditLog {
  #edits: readonly RunEdit[];
  #settings: LiveSettings;

  /**
   * @param settings by which the run is trained now
   * @param edits that led to them
   */
  constructor(settings: LiveSettings, edits: readonly RunEdit[] = []) {
    this.#settings = settings;
    this.#edits = edits;
  }

  get settings(): LiveSettings {
    return this.#settings;
  }

  get edits(): readonly RunEdit[] {
    return this.#edits;
  }

  /** From `step` on other settings hold. Several changes at one step are one edit, and one that is taken back is none. */
  change(step: number, after: LiveSettings): void {
    const last = this.#edits.at(-1);
    const isSameStep = last?.step === step;
    const before = isSameStep ? last.before : this.#settings;
    const rest = isSameStep ? this.#edits.slice(0, -1) : this.#edits;
    this.#settings = after;
    this.#edits = step === 0 || sameSettings(before, after) ? rest : [...rest, { step, before, after }];
  }
}
