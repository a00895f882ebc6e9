/** Arrays above this size change hands instead of being copied, in bytes. */
const TRANSFER_FROM = 4096;

/**
 * Buffers of a message that should be transferred: those of the large typed arrays in it that fill their
 * buffer. The sender loses them, so only freshly made arrays may be in the message.
 */
export function transferables(message: unknown): ArrayBuffer[] {
  const found = new Set<ArrayBuffer>();
  collect(message, found);
  return [...found];
}

function collect(value: unknown, found: Set<ArrayBuffer>): void {
  if (typeof value !== 'object' || value === null) return;
  if (ArrayBuffer.isView(value)) {
    const { buffer, byteLength } = value;
    const whole = buffer instanceof ArrayBuffer && byteLength === buffer.byteLength;
    if (whole && byteLength > TRANSFER_FROM) found.add(buffer);
    return;
  }
  for (const part of Object.values(value)) collect(part, found);
}
