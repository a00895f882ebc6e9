import { cloudSources } from './cloud-sources.mjs';

/**
 * What the built page may load and run: its own files, data from the public mirrors in src/data/registry.ts, and the
 * cloud that it is configured for. Text that a link or a file brings along can then never run as a script.
 * https://developer.mozilla.org/docs/Web/HTTP/Reference/Headers/Content-Security-Policy
 */

/**
 * @typedef {import('./cloud-sources.mjs').Cloud} Cloud
 * @typedef {'studio' | 'embed' | 'bench'} Page what is asked for: the studio; the studio in a frame of another page; the
 *   benchmark, whose peers bring workers of their own
 */

/** Style elements that libraries write, by the hashes of their texts; docs/decisions/2026-11-23-strict-content-policy.md. */
export const styleHashes = {
  'sonner, its style sheet': "'sha256-StEaX+se6YS7pqjzrzMIA0KaX9zF/8zAhvQXZAe5epY='",
  'react-aria, presses': "'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o='",
  'react-aria, scrolling behind dialogs': "'sha256-gYiS/BvZvRcK27JIXTuwhZ3hs2+VJ1X+2gUlE+farlg='",
  'sonner, before the text is in': "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='",
};

const mirrors = [
  'https://raw.githubusercontent.com',
  'https://cdn.jsdelivr.net',
  'https://huggingface.co',
  // Hugging Face redirects downloads to hosts of these two domains.
  'https://*.huggingface.co',
  'https://*.hf.co',
];

/**
 * @param {Page} page
 * @param {Cloud | undefined} cloud undefined: none is configured, and none of its hosts may be reached
 * @returns {Record<string, readonly string[]>}
 */
function directives(page, cloud) {
  const more = cloudSources(page, cloud);
  return {
    'default-src': ["'self'"],
    // WebAssembly is compiled, but no text becomes code.
    'script-src': ["'self'", "'wasm-unsafe-eval'", ...more.scripts],
    // TensorFlow.js, a peer of the benchmark, starts its threads from a blob.
    'worker-src': page === 'bench' ? ["'self'", 'blob:'] : ["'self'"],
    'style-src': ["'self'", ...Object.values(styleHashes)],
    'manifest-src': ["'self'"],
    'img-src': ["'self'", 'data:', 'blob:'],
    'connect-src': ["'self'", ...mirrors, ...more.connections],
    'frame-src': more.frames.length > 0 ? more.frames : ["'none'"],
    'object-src': ["'none'"],
    'base-uri': ["'none'"],
    'form-action': ["'none'"],
    'frame-ancestors': page === 'embed' ? ['*'] : ["'none'"],
    // src/lib/own-scripts.ts is the one policy: scripts and workers of our own origin, no text as markup. The
    // benchmark's peers know nothing of it.
    ...(page !== 'bench'
      ? { 'require-trusted-types-for': ["'script'"], 'trusted-types': ['default', ...more.trusted] }
      : {}),
  };
}

/**
 * The header's value.
 * @param {Page} [page]
 * @param {Cloud} [cloud]
 */
export function contentPolicyOf(page = 'studio', cloud = undefined) {
  return Object.entries(directives(page, cloud))
    .map(([name, sources]) => `${name} ${sources.join(' ')}`)
    .join('; ');
}

/**
 * Whether the page may fetch from an address; for the test that compares the mirrors with the policy.
 * @param {string} url
 * @param {Cloud} [cloud]
 */
export function mayConnect(url, cloud) {
  return directives('studio', cloud)['connect-src']?.includes(new URL(url).origin) === true;
}
