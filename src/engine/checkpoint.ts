import type { Bytes } from '../data/bytes';
import { sha256 } from '../data/bytes';
import type { Result } from '../lib/result';
import { fail, ok } from '../lib/result';
import type { BackendId, TrainingState } from './backend';

/**
 * A checkpoint file, all numbers little-endian:
 *
 *     0   8 bytes   "PHOTCKP" and the format's version, 1
 *     8  32 bytes   SHA-256 of everything after it
 *    40   u32       bytes of the header
 *    44   header    UTF-8 JSON, {@link CheckpointHeader}
 *     …   f64[]     parameters, momentum, variance: parameterCount numbers each
 */
const MAGIC = new Uint8Array([0x50, 0x48, 0x4f, 0x54, 0x43, 0x4b, 0x50, 1]);
const HASH_AT = MAGIC.length;
const LENGTH_AT = HASH_AT + 32;
const HEADER_AT = LENGTH_AT + 4;

export interface CheckpointHeader {
  readonly runId: string;
  /** SHA-256 of the experiment, and of the samples it trains on. */
  readonly experiment: string;
  readonly data: string;
  readonly step: number;
  /** How many devices this run had used up when it was written. */
  readonly generation: number;
  readonly backend: BackendId;
  readonly parameterCount: number;
}

export type CheckpointIdentity = Pick<CheckpointHeader, 'runId' | 'experiment' | 'data' | 'parameterCount'>;

export async function encodeCheckpoint(
  identity: CheckpointIdentity,
  state: TrainingState,
  generation: number,
  backend: BackendId,
): Promise<Bytes> {
  const header: CheckpointHeader = { ...identity, step: state.step, generation, backend };
  const json = new TextEncoder().encode(JSON.stringify(header));
  const count = identity.parameterCount;
  const bytes = new Uint8Array(HEADER_AT + json.length + 3 * count * 8);
  const view = new DataView(bytes.buffer);
  bytes.set(MAGIC);
  view.setUint32(LENGTH_AT, json.length, true);
  bytes.set(json, HEADER_AT);
  let at = HEADER_AT + json.length;
  for (const values of [state.parameters, state.momentum, state.variance]) {
    for (let k = 0; k < count; k++, at += 8) view.setFloat64(at, values[k] ?? 0, true);
  }
  bytes.set(fromHex(await sha256(bytes.subarray(LENGTH_AT))), HASH_AT);
  return bytes;
}

/** The state in a checkpoint, or why it cannot be used: damaged, or of another run. */
export async function decodeCheckpoint(bytes: Bytes, expected: CheckpointIdentity): Promise<Result<TrainingState>> {
  if (bytes.length < HEADER_AT || !MAGIC.every((byte, k) => bytes[k] === byte)) return fail(damaged('it does not start like one'));
  const hash = fromHex(await sha256(bytes.subarray(LENGTH_AT)));
  if (!hash.every((byte, k) => bytes[HASH_AT + k] === byte)) return fail(damaged('its checksum does not match'));
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const headerLength = view.getUint32(LENGTH_AT, true);
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(HEADER_AT, HEADER_AT + headerLength))) as CheckpointHeader;
  const { runId, experiment, data, parameterCount: count } = expected;
  if (header.runId !== runId || header.experiment !== experiment || header.data !== data || header.parameterCount !== count) {
    return fail(foreign());
  }
  const first = HEADER_AT + headerLength;
  if (bytes.length !== first + 3 * count * 8) return fail(damaged('it has the wrong length'));
  const read = (part: number): Float64Array =>
    Float64Array.from({ length: count }, (_, k) => view.getFloat64(first + (part * count + k) * 8, true));
  return ok({ step: header.step, parameters: read(0), momentum: read(1), variance: read(2) });
}

function fromHex(digits: string): Uint8Array {
  return Uint8Array.from({ length: digits.length / 2 }, (_, k) => Number.parseInt(digits.slice(2 * k, 2 * k + 2), 16));
}

function damaged(cause: string) {
  return {
    code: 'engine/checkpoint-damaged',
    message: 'The saved progress of this run is damaged and was set aside.',
    fix: 'Nothing to do: training starts from step 0 and gives the same curve again.',
    cause,
  };
}

function foreign() {
  return {
    code: 'engine/checkpoint-foreign',
    message: 'The saved progress belongs to other data or to another experiment and was set aside.',
    fix: 'Nothing to do: training starts from step 0. To continue the old run, use the files it was trained on.',
  };
}
