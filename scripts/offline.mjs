import { VitePWA } from 'vite-plugin-pwa';
import { isHealthPage, programRoutes } from './program-worker.mjs';

/**
 * Makes the page installable and keeps it for use without a network. A new build waits until the person agrees: a
 * reload in the middle of a run would be rude. The benchmark and its peers are left out; nobody needs them offline.
 */
export function offline() {
  return VitePWA({
    strategies: 'generateSW',
    registerType: 'prompt',
    // src/studio/state/offline.ts registers it, once the page has nothing better to do.
    injectRegister: null,
    manifest: {
      name: 'Photonic AI Studio',
      short_name: 'Photonic AI',
      description: 'Simulate and train photonic neural networks in the browser.',
      id: '/',
      start_url: '/',
      display: 'standalone',
      background_color: '#0d1015',
      theme_color: '#141922',
      categories: ['education', 'productivity', 'utilities'],
      icons: [
        { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' },
        { src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
        { src: '/icon-512.png', sizes: '512x512', type: 'image/png' },
        { src: '/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
      ],
    },
    workbox: {
      globPatterns: ['**/*.{html,js,css,wasm,svg,png,woff2}'],
      // Kept as /health, its page would also be the answer to programs that ask for that address.
      globIgnores: ['**/tfjs-*', '**/bench-*', 'health.html'],
      // A frame and the sign-in come with headers of their own.
      navigateFallbackDenylist: [
        /^\/data\//,
        /^\/embed\b/,
        /^\/health$/,
        /[?&]embed=1/,
        /^\/[\w-]+\.(html|json)/,
      ],
      // Requests of programs are answered by the page; on a first visit, too.
      runtimeCaching: [
        ...programRoutes,
        { urlPattern: isHealthPage, handler: 'NetworkFirst', options: { cacheName: 'health' } },
      ],
      clientsClaim: true,
      // One file: the policy of the page lets no worker import another script by its name.
      inlineWorkboxRuntime: true,
      // Hashed names never change their content.
      dontCacheBustURLsMatching: /^assets\//,
      maximumFileSizeToCacheInBytes: 4 * 2 ** 20,
    },
  });
}
