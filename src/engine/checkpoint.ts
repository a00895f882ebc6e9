import type { Bytes } from '../data/bytes';
import { sha256 } from '../data/bytes';
import type { Result } from '../lib/result';
import { fail, ok } from '../lib/result';
import type { BackendId, StepMetrics, TrainingState } from './backend';
import type { LiveSettings } from '../experiment/live-settings';
import type { RunEdit } from './protocol';
import type { PassSegment } from './pass-count';

/**
 * A checkpoint file, all numbers little-endian:
 *
 *     0   8 bytes   "PHOTCKP" and the format's version, 1
 *     8  32 bytes   SHA-256 of everything after it
 *    40   u32       bytes of the header
 *    44   header    UTF-8 JSON, {@link CheckpointHeader}
 *     …   f64[]     parameters, momentum, variance: parameterCount numbers each
 *     …   f32[]     loss, accuracy, gradient norm: curveSteps numbers each
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
  /** Which steps' metrics it carries; they end before `step`. */
  readonly curveFirstStep: number;
  readonly curveSteps: number;
  /** Chip forward passes per step and since when; older files have none. */
  readonly passes?: readonly PassSegment[];
  /** What was changed on the way, and by which settings it goes on; older files have neither. */
  readonly edits?: readonly RunEdit[];
  readonly settings?: LiveSettings;
}

export type CheckpointIdentity = Pick<CheckpointHeader, 'runId' | 'experiment' | 'data' | 'parameterCount'>;

/** A point of a run to continue from, and how it got there. */
export interface Checkpoint {
  readonly state: TrainingState;
  readonly curve: StepMetrics;
  /** Empty where it is not known. */
  readonly passes: readonly PassSegment[];
  /** Settings that were changed before the state's step. */
  readonly edits: readonly RunEdit[];
  /** By which the run goes on; undefined where it is not known. */
  readonly settings: LiveSettings | undefined;
}

export async function encodeCheckpoint(
  identity: CheckpointIdentity,
  { state, curve, passes, edits, settings }: Checkpoint,
  generation: number,
  backend: BackendId,
): Promise<Bytes> {
  const { runId, experiment, data, parameterCount: count } = identity;
  const curveSteps = curve.loss.length;
  const header: CheckpointHeader = {
    runId,
    experiment,
    data,
    step: state.step,
    generation,
    backend,
    parameterCount: count,
    curveFirstStep: curve.firstStep,
    curveSteps,
    passes,
    edits,
    ...(settings ? { settings } : {}),
  };
  const json = new TextEncoder().encode(JSON.stringify(header));
  const bytes = new Uint8Array(HEADER_AT + json.length + 3 * (count * 8 + curveSteps * 4));
  const view = new DataView(bytes.buffer);
  bytes.set(MAGIC);
  view.setUint32(LENGTH_AT, json.length, true);
  bytes.set(json, HEADER_AT);
  let at = HEADER_AT + json.length;
  for (const values of [state.parameters, state.momentum, state.variance]) {
    for (let k = 0; k < count; k++, at += 8) view.setFloat64(at, values[k] ?? 0, true);
  }
  for (const values of [curve.loss, curve.accuracy, curve.gradientNorm]) {
    for (let k = 0; k < curveSteps; k++, at += 4) view.setFloat32(at, values[k] ?? 0, true);
  }
  bytes.set(fromHex(await sha256(bytes.subarray(LENGTH_AT))), HASH_AT);
  return bytes;
}

/** The checkpoint in a file, or why it cannot be used: damaged, or of another run. */
export async function decodeCheckpoint(
  bytes: Bytes,
  expected: CheckpointIdentity,
): Promise<Result<Checkpoint>> {
  if (bytes.length < HEADER_AT || !MAGIC.every((byte, k) => bytes[k] === byte))
    return fail(damaged('it does not start like one'));
  const hash = fromHex(await sha256(bytes.subarray(LENGTH_AT)));
  if (!hash.every((byte, k) => bytes[HASH_AT + k] === byte))
    return fail(damaged('its checksum does not match'));
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const headerLength = view.getUint32(LENGTH_AT, true);
  const header = JSON.parse(
    new TextDecoder().decode(bytes.subarray(HEADER_AT, HEADER_AT + headerLength)),
  ) as CheckpointHeader;
  const { runId, experiment, data, parameterCount: count } = expected;
  if (
    header.runId !== runId ||
    header.experiment !== experiment ||
    header.data !== data ||
    header.parameterCount !== count
  ) {
    return fail(foreign());
  }
  const { step, curveFirstStep, curveSteps, passes = [], edits = [], settings } = header;
  const first = HEADER_AT + headerLength;
  const curveAt = first + 3 * count * 8;
  if (bytes.length !== curveAt + 3 * curveSteps * 4) return fail(damaged('it has the wrong length'));
  const vector = (part: number): Float64Array =>
    Float64Array.from({ length: count }, (_, k) => view.getFloat64(first + (part * count + k) * 8, true));
  const metric = (part: number): Float32Array =>
    Float32Array.from({ length: curveSteps }, (_, k) =>
      view.getFloat32(curveAt + (part * curveSteps + k) * 4, true),
    );
  return ok({
    state: { step, parameters: vector(0), momentum: vector(1), variance: vector(2) },
    curve: { firstStep: curveFirstStep, loss: metric(0), accuracy: metric(1), gradientNorm: metric(2) },
    passes,
    edits,
    settings,
  });
}

function fromHex(digits: string): Uint8Array {
  return Uint8Array.from({ length: digits.length / 2 }, (_, k) =>
    Number.parseInt(digits.slice(2 * k, 2 * k + 2), 16),
  );
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
