import { PhotonicError } from '../../lib/fault';
import type { StudyRequest } from '../study';

/** Most dies of one point: a day's work on a small network. */
const MOST_DIES = 100_000;

/**
 * Numbers of a request that no study can mean.
 * @throws PhotonicError `engine/bad-study` naming the field
 */
export function checkRequest(request: StudyRequest): void {
  if ('samples' in request) expectWhole('samples', request.samples, 1, Infinity);
  if ('dies' in request) expectWhole('dies', request.dies, 1, MOST_DIES);
  if (request.kind === 'yield') {
    expectWhole('values', request.values.length, 1, Infinity);
    expectWithin('threshold', request.threshold, 0, 1);
  }
  if (request.kind === 'sensitivity') expectWithin('error', request.error, -Math.PI, Math.PI);
  if (request.kind === 'methods') {
    expectWhole('methods', request.methods.length, 1, Infinity);
    for (const { learningRate } of request.methods)
      expectWithin('learningRate', learningRate, Number.MIN_VALUE, 10);
  }
}

function expectWhole(where: string, value: number, low: number, high: number): void {
  if (!Number.isInteger(value)) throw refused(where, value, low, high);
  expectWithin(where, value, low, high);
}

function expectWithin(where: string, value: number, low: number, high: number): void {
  if (!(value >= low && value <= high)) throw refused(where, value, low, high);
}

function refused(where: string, value: number, low: number, high: number): PhotonicError {
  const range = high === Infinity ? `at least ${low}` : `from ${low} to ${high}`;
  return new PhotonicError({
    code: 'engine/bad-study',
    message: `The study cannot be done with ${value} as its ${where}.`,
    fix: `Enter a value ${range}.`,
    where,
  });
}
