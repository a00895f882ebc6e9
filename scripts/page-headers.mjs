import { contentPolicyOf } from './content-policy.mjs';
import { isolation } from './isolation.mjs';

/**
 * @typedef {import('./content-policy.mjs').Page} Page
 * @typedef {import('./cloud-sources.mjs').Cloud} Cloud
 */

/** Headers of everything that is served, by our own server and by Firebase Hosting (firebase.json). */
const common = {
  // A data file is never taken for a script or a page.
  'X-Content-Type-Options': 'nosniff',
  // Links hold whole experiments; their addresses are nobody else's business.
  'Referrer-Policy': 'no-referrer',
  // A vowel can be spoken; nothing else of the device is wanted.
  'Permissions-Policy': [
    'microphone=(self)',
    ...['camera', 'geolocation', 'display-capture', 'payment', 'usb', 'serial', 'bluetooth', 'midi'].map(
      (feature) => `${feature}=()`,
    ),
  ].join(', '),
  'Strict-Transport-Security': 'max-age=31536000',
};

/** Pages that are isolated themselves may frame it. */
const framed = { ...isolation, 'Cross-Origin-Resource-Policy': 'cross-origin' };

/**
 * @param {Page} page
 * @param {Cloud} [cloud]
 * @returns {Record<string, string>}
 */
export function pageHeaders(page, cloud) {
  const origin = page === 'embed' ? framed : isolation;
  return { ...common, ...origin, 'Content-Security-Policy': contentPolicyOf(page, cloud) };
}

/** Names in assets/ carry a hash of their content; everything else may change under its name. */
export const caching = { hashed: 'public, max-age=31536000, immutable', other: 'no-cache' };

/**
 * Which page an address asks for. Firebase Hosting knows paths only: there a frame shows /embed.
 * @param {string} address path and query
 * @returns {Page}
 */
export function pageAt(address) {
  const [pathname = '/', query] = address.split('?', 2);
  const searchParams = new URLSearchParams(query);
  if (pathname === '/embed' || (pathname === '/' && searchParams.get('embed') === '1')) return 'embed';
  return pathname === '/' && searchParams.has('bench') ? 'bench' : 'studio';
}
