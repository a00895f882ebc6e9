import { fromBase64Url, toBase64Url } from '../lib/base64url';
import { deflateRaw, inflateRaw } from '../lib/deflate';
import type { Fault } from '../lib/fault';
import type { Result } from '../lib/result';
import { fail, ok } from '../lib/result';
import { LIMITS } from './limits';

/** Trained parameters of a coherent network in plan order, radians, and how far they had been trained. */
export interface LinkPhases {
  readonly parameters: Float64Array;
  readonly step: number;
}

/**
 * Every parameter of a coherent network is an angle that light meets through its half at the most: 4π further it
 * does the same. So 16 bits stand for 4π above the least of them.
 */
const PERIOD = 4 * Math.PI;
const LEVELS = 65_536;

/** Radians that a phase may change by on its way through a link: half a level. */
export const LINK_PHASE_ERROR = PERIOD / LEVELS / 2;

const VERSION = 1;
/** Version, three bytes unused, step (u32), least parameter (f64). */
const HEADER = 16;

/** Phases as link text: 16 bits each, deflated, base64url. Little-endian, as in docs/formats.md. */
export async function encodePhases({ parameters, step }: LinkPhases): Promise<string> {
  const bytes = new Uint8Array(HEADER + 2 * parameters.length);
  const view = new DataView(bytes.buffer);
  const least = parameters.reduce((low, value) => Math.min(low, value), Infinity);
  const base = Number.isFinite(least) ? least : 0;
  view.setUint8(0, VERSION);
  view.setUint32(4, step, true);
  view.setFloat64(8, base, true);
  parameters.forEach((value, k) => {
    const level = Math.round(((value - base) / PERIOD) * LEVELS) % LEVELS;
    view.setUint16(HEADER + 2 * k, level, true);
  });
  return toBase64Url(await deflateRaw(bytes));
}

/** The phases in a link's text, all finite; anything else is an explained fault. */
export async function decodePhases(text: string): Promise<Result<LinkPhases>> {
  if (text.length > LIMITS.linkCharacters) return fail(broken());
  const packed = fromBase64Url(text);
  const bytes = packed && (await inflateRaw(packed, HEADER + 2 * LIMITS.linkPhases));
  if (bytes === undefined || bytes.length < HEADER || bytes.length % 2 !== 0) return fail(broken());
  const view = new DataView(bytes.buffer);
  const base = view.getFloat64(8, true);
  if (view.getUint8(0) !== VERSION || !(Math.abs(base) < LARGEST)) return fail(broken());
  const parameters = Float64Array.from(
    { length: (bytes.length - HEADER) / 2 },
    (_, k) => base + (view.getUint16(HEADER + 2 * k, true) / LEVELS) * PERIOD,
  );
  return ok({ parameters, step: view.getUint32(4, true) });
}

/** Radians; no training takes a phase that far, and beyond it sums of angles would lose their digits. */
const LARGEST = 1e6;

function broken(): Fault {
  return {
    code: 'experiment/broken-link-phases',
    message: 'The trained phases in this link cannot be read, so the experiment was opened without them.',
    fix: 'Ask for the link again, or train the experiment: it is all there.',
    where: 'link',
  };
}
