/**
 * The headers that make a page cross-origin isolated: timers of 5 µs and shared memory.
 * https://developer.mozilla.org/docs/Web/API/Window/crossOriginIsolated
 * @type {Readonly<Record<string, string>>}
 */
export const isolation = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
};
