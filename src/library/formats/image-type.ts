/** Beginnings of image files that browsers decode. */
const SIGNATURES = [
  { type: 'image/png', at: 0, bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { type: 'image/jpeg', at: 0, bytes: [0xff, 0xd8, 0xff] },
  { type: 'image/gif', at: 0, bytes: [0x47, 0x49, 0x46, 0x38] },
  { type: 'image/webp', at: 8, bytes: [0x57, 0x45, 0x42, 0x50] },
] as const;

/** The type of an image by its first bytes, or undefined. */
export function imageTypeOf(bytes: Uint8Array): string | undefined {
  return SIGNATURES.find((each) => each.bytes.every((byte, i) => bytes[each.at + i] === byte))?.type;
}
