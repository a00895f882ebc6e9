/**
 * Which units of a sweep's work are done by whom: pure book-keeping, so that no unit is given away twice at a time,
 * none is forgotten, and none that is done is done again.
 */
export interface WorkQueue {
  /** To be done, in order. */
  readonly waiting: readonly number[];
  /** With a worker now. */
  readonly taken: ReadonlySet<number>;
  readonly done: ReadonlySet<number>;
}

/** @param units each once; repeated ones count once */
export function workQueue(units: readonly number[]): WorkQueue {
  return { waiting: [...new Set(units)], taken: new Set(), done: new Set() };
}

/** The next unit for a worker that has none, if there is one. */
export function take(queue: WorkQueue): { readonly unit: number | undefined; readonly queue: WorkQueue } {
  const [unit, ...waiting] = queue.waiting;
  if (unit === undefined) return { unit, queue };
  return { unit, queue: { ...queue, waiting, taken: new Set([...queue.taken, unit]) } };
}

/** A worker is through with its unit, well or not. */
export function finish(queue: WorkQueue, unit: number): WorkQueue {
  if (!queue.taken.has(unit)) return queue;
  return { ...queue, taken: without(queue.taken, unit), done: new Set([...queue.done, unit]) };
}

/** A worker stopped in the middle: its unit is the next. */
export function giveBack(queue: WorkQueue, unit: number): WorkQueue {
  if (!queue.taken.has(unit)) return queue;
  return { ...queue, waiting: [unit, ...queue.waiting], taken: without(queue.taken, unit) };
}

/** Takes a unit out; the worker that has it has to be stopped besides. */
export function drop(queue: WorkQueue, unit: number): WorkQueue {
  return {
    waiting: queue.waiting.filter((each) => each !== unit),
    taken: without(queue.taken, unit),
    done: queue.done,
  };
}

export function isOver({ waiting, taken }: WorkQueue): boolean {
  return waiting.length === 0 && taken.size === 0;
}

function without(set: ReadonlySet<number>, unit: number): ReadonlySet<number> {
  const rest = new Set(set);
  rest.delete(unit);
  return rest;
}
