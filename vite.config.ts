import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import packageJson from './package.json' with { type: 'json' };
import { offline } from './scripts/offline.mjs';
import { fetchedAhead, firstChunk } from './scripts/first-chunk.mjs';
import { builtCommit } from './scripts/built-commit.mjs';
import { publishedGates } from './scripts/gates/published.mjs';
import { health } from './scripts/health.mjs';
import { cloudConfiguration } from './scripts/cloud-config.mjs';
import { isolation } from './scripts/isolation.mjs';
import { strictStyle } from './scripts/strict-style.mjs';
import { originalData, wasmKernels } from './scripts/vite-plugins.mjs';

export default defineConfig({
  plugins: [
    react(),
    strictStyle(),
    wasmKernels(),
    originalData(),
    cloudConfiguration(),
    health(),
    publishedGates(),
    offline(),
  ],
  worker: { format: 'es' },
  define: {
    __STUDIO_VERSION__: JSON.stringify(packageJson.version),
    __STUDIO_COMMIT__: JSON.stringify(builtCommit()),
  },
  build: {
    // WebGPU and WASM SIMD need browsers newer than this anyway.
    target: 'es2022',
    modulePreload: { resolveDependencies: fetchedAhead },
    rolldownOptions: {
      input: ['index.html', 'health.html', 'sign-in.html'],
      output: { codeSplitting: { groups: [{ name: firstChunk('studio'), debugName: 'first screen' }] } },
    },
    // The kernels must be a file of their own: inlined as a data address they could not be streamed.
    assetsInlineLimit: (path) => (path.endsWith('.wasm') ? false : undefined),
  },
  server: { headers: isolation },
  preview: { headers: isolation },
});
