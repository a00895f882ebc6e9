/**
 * A module with one function that uses relaxed SIMD: i32.const 0, i8x16.splat twice, i8x16.relaxed_swizzle, drop
 * (https://webassembly.github.io/spec/core/binary/instructions.html).
 */
const SPECIMEN = [
  ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
  // One type, () → (), and one function of it.
  ...[0x01, 0x04, 0x01, 0x60, 0x00, 0x00, 0x03, 0x02, 0x01, 0x00],
  // Code section: one body of 14 bytes without locals.
  ...[0x0a, 0x10, 0x01, 0x0e, 0x00],
  ...[0x41, 0x00, 0xfd, 0x0f, 0x41, 0x00, 0xfd, 0x0f, 0xfd, 0x80, 0x02, 0x1a, 0x0b],
];

/** Whether multiply-adds in one rounding can be compiled here. */
export function hasRelaxedSimd(): boolean {
  return WebAssembly.validate(Uint8Array.from(SPECIMEN));
}
