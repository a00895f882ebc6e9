/** From what only a developer wants to know to what went wrong. */
export const LOG_LEVELS = ['debug', 'info', 'warn', 'error'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];
/** What is asked for: entries from this level on, or none. */
export type LogThreshold = LogLevel | 'silent';

export interface LogEntry {
  /** ms since 1970. */
  readonly at: number;
  readonly level: LogLevel;
  /** The room it comes from, e.g. `engine`. */
  readonly room: string;
  readonly message: string;
  /** What can be searched for and compared: figures, names, codes; no data of the user's. */
  readonly fields: Readonly<Record<string, string | number | boolean>>;
}

/** A line that is longer helps nobody. */
const LINE = 300;

/** The last entries of one page or process, and whoever wants to hear of new ones. */
export class Log {
  readonly #kept: number;
  readonly #now: () => number;
  readonly #listeners = new Set<(entry: LogEntry) => void>();
  #entries: LogEntry[] = [];
  #threshold: LogThreshold = 'info';

  /**
   * @param kept entries that are remembered, the last ones
   * @param now ms since 1970
   */
  constructor(kept: number, now: () => number) {
    this.#kept = kept;
    this.#now = now;
  }

  get threshold(): LogThreshold {
    return this.#threshold;
  }

  /** What is below is not taken from here on; what there is stays. */
  setThreshold(threshold: LogThreshold): void {
    this.#threshold = threshold;
  }

  write(
    level: LogLevel,
    room: string,
    message: string,
    fields: LogEntry['fields'] = {},
    at = this.#now(),
  ): void {
    if (this.#threshold === 'silent' || LOG_LEVELS.indexOf(level) < LOG_LEVELS.indexOf(this.#threshold))
      return;
    const entry = { at, level, room, message: message.replaceAll(/\s+/g, ' ').slice(0, LINE), fields };
    this.#entries.push(entry);
    if (this.#entries.length > this.#kept) this.#entries.shift();
    for (const listener of this.#listeners) listener(entry);
  }

  /** Oldest first. */
  entries(): readonly LogEntry[] {
    return this.#entries;
  }

  /** Calls `listener` with each entry from now on; the returned function takes that back. */
  subscribe(listener: (entry: LogEntry) => void): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  clear(): void {
    this.#entries = [];
  }
}
