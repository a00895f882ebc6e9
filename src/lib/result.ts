import type { Fault } from './fault';

/** An expected outcome: a value, or the fault that explains why there is none. Bugs still throw. */
export type Result<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: Fault };

export function ok<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function fail<T = never>(fault: Fault): Result<T> {
  return { ok: false, fault };
}
