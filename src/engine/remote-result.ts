import { toFault } from '../lib/fault';
import type { Result } from '../lib/result';
import { fail, ok } from '../lib/result';

type Method = (...args: never[]) => Promise<unknown>;

/**
 * The same methods with faults as values: an exception loses its fault on the way between threads, a
 * result does not.
 */
export type WithResults<T> = {
  readonly [K in keyof T as T[K] extends Method ? K : never]: T[K] extends (
    ...args: infer A
  ) => Promise<infer R>
    ? (...args: A) => Promise<Result<R>>
    : never;
};

/** Runs work to a result; whatever it throws becomes the fault. */
export async function settled<T>(work: () => Promise<T>, code: string): Promise<Result<T>> {
  try {
    return ok(await work());
  } catch (thrown) {
    return fail(toFault(thrown, code));
  }
}
