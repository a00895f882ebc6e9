/** A failure a person can act on: what happened, where, and what to do about it. */
export interface Fault {
  /** Stable machine-readable name, `room/what`, e.g. `experiment/too-many-modes`. */
  readonly code: string;
  /** What happened, one sentence, in the user's words. */
  readonly message: string;
  /** What to do now, one sentence. */
  readonly fix: string;
  /** The part it concerns: a field path, a file name, a device. */
  readonly where?: string | undefined;
  /** The technical cause, for the copied report. */
  readonly cause?: string | undefined;
}

/** The exception that carries a {@link Fault} where a result cannot (across awaits, workers, devices). */
export class PhotonicError extends Error {
  override readonly name = 'PhotonicError';
  readonly fault: Fault;

  constructor(fault: Fault) {
    super(fault.message);
    this.fault = fault;
  }
}

/** Turns anything thrown into a {@link Fault}; a bug keeps its own text as the cause. */
export function toFault(thrown: unknown, code = 'lib/unexpected', where?: string): Fault {
  if (thrown instanceof PhotonicError) return thrown.fault;
  // Structured clones of PhotonicError lose their class but keep a `fault` property.
  if (typeof thrown === 'object' && thrown !== null && 'fault' in thrown) {
    const { fault } = thrown;
    if (isFault(fault)) return fault;
  }
  const cause = thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown);
  return {
    code,
    message: 'Something went wrong that the studio did not expect.',
    fix: 'Your experiment is saved. Reload the page; if it happens again, copy the report and send it to us.',
    where,
    cause,
  };
}

export function isFault(value: unknown): value is Fault {
  if (typeof value !== 'object' || value === null) return false;
  const candidate = value as Partial<Record<keyof Fault, unknown>>;
  return (
    typeof candidate.code === 'string' &&
    typeof candidate.message === 'string' &&
    typeof candidate.fix === 'string'
  );
}
