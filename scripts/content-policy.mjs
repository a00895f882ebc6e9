/**
 * What the built page may load and run: its own files, and data from the public mirrors in
 * src/data/registry.ts. Text that a link or a file brings along can then never run as a script.
 * https://developer.mozilla.org/docs/Web/HTTP/Reference/Headers/Content-Security-Policy
 */
const directives = {
  'default-src': ["'self'"],
  // WebAssembly is compiled, but no text becomes code.
  'script-src': ["'self'", "'wasm-unsafe-eval'"],
  // TensorFlow.js, a peer of the benchmark, starts its threads from a blob.
  'worker-src': ["'self'", 'blob:'],
  // React Aria and sonner write style elements, uPlot style attributes.
  'style-src': ["'self'", "'unsafe-inline'"],
  'manifest-src': ["'self'"],
  'img-src': ["'self'", 'data:', 'blob:'],
  'connect-src': [
    "'self'",
    'https://raw.githubusercontent.com',
    'https://cdn.jsdelivr.net',
    'https://huggingface.co',
    // Hugging Face redirects downloads to hosts of these two domains.
    'https://*.huggingface.co',
    'https://*.hf.co',
  ],
  'object-src': ["'none'"],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
  'frame-ancestors': ["'none'"],
};

export const contentPolicy = Object.entries(directives)
  .map(([name, sources]) => `${name} ${sources.join(' ')}`)
  .join('; ');

/**
 * Whether the page may fetch from an address; for the test that compares the mirrors with the policy.
 * @param {string} url
 */
export function mayConnect(url) {
  return directives['connect-src'].includes(new URL(url).origin);
}
