/** Plain JSON for people and programs: times as ISO 8601, bytes and numbers of arrays as base64 with their type. */
export function jsonBytes(value: unknown): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(value, plain, 2)}\n`);
}

function plain(_key: string, value: unknown): unknown {
  if (value instanceof ArrayBuffer) return { type: 'bytes', base64: base64Of(new Uint8Array(value)) };
  if (ArrayBuffer.isView(value)) {
    const bytes = new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
    return { type: value.constructor.name, base64: base64Of(bytes) };
  }
  if (isTimestamp(value))
    return value.seconds === undefined ? value : new Date(value.seconds * 1000).toISOString();
  return value;
}

/** What Firestore's times have become on their way through `toJSON`. */
function isTimestamp(value: unknown): value is { readonly seconds?: number } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'type' in value &&
    typeof value.type === 'string' &&
    value.type.startsWith('firestore/timestamp') &&
    'seconds' in value &&
    typeof value.seconds === 'number'
  );
}

/** Parts of this size do not overrun the arguments of a call. */
const STEP = 32_768;

function base64Of(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += STEP)
    text += String.fromCharCode(...bytes.subarray(at, at + STEP));
  return btoa(text);
}
