import type { Bytes } from '../data/bytes';
import { sha256 } from '../data/bytes';
import type { NetworkData } from '../data/fields';
import { runPart } from '../experiment/run-part';
import type { Experiment } from '../experiment/schema';

/** Hexadecimal digits of a run's name: 128 bits, far beyond any accidental clash. */
const RUN_ID_DIGITS = 32;

/** JSON with sorted keys: equal documents give equal text. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value)
    .filter(([, part]) => part !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, part]) => `${JSON.stringify(key)}:${canonicalJson(part)}`);
  return `{${entries.join(',')}}`;
}

/** SHA-256, hexadecimal, of everything in an experiment that changes its run. */
export function experimentHash(experiment: Experiment): Promise<string> {
  return sha256(new TextEncoder().encode(canonicalJson(runPart(experiment))));
}

export function runIdOf(hash: string): string {
  return hash.slice(0, RUN_ID_DIGITS);
}

/** SHA-256 of what a run trains on, so that a checkpoint is never continued on other samples. */
export async function dataFingerprint(data: NetworkData): Promise<string> {
  const arrays =
    data.kind === 'fields'
      ? [data.train.re, data.train.im, data.train.labels]
      : [data.train.pixels, data.train.labels];
  const parts = await Promise.all(arrays.map((array) => sha256(asBytes(array))));
  if (data.kind === 'images') parts.push(`${data.channels} × ${data.height} × ${data.width}`);
  return sha256(new TextEncoder().encode(parts.join()));
}

function asBytes(array: Float32Array | Uint8Array): Bytes {
  const { buffer, byteOffset, byteLength } = array;
  const view = new Uint8Array(buffer, byteOffset, byteLength);
  // The platform's digest refuses views of shared memory.
  return buffer instanceof ArrayBuffer ? (view as Bytes) : view.slice();
}
