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
import { builtVariables, settingsFile } from './scripts/settings-file.mjs';
import { strictStyle } from './scripts/strict-style.mjs';
import { originalData, wasmKernels } from './scripts/vite-plugins.mjs';
import { engineLimits } from './src/settings/engine-limits';
import { USUAL_LEVEL } from './src/settings/levels';
import { readSettings, settingsOf } from './src/settings/read-settings';

const variables = settingsOf(builtVariables());
const built = readSettings({ build: variables });
for (const { message, fix } of built.faults) console.warn(`${message} ${fix}`);

export default defineConfig({
  plugins: [
    react(),
    strictStyle(),
    wasmKernels(),
    originalData(),
    cloudConfiguration(),
    settingsFile(),
    health(),
    publishedGates(),
    offline(),
  ],
  worker: { format: 'es' },
  define: {
    __STUDIO_VERSION__: JSON.stringify(packageJson.version),
    __STUDIO_COMMIT__: JSON.stringify(builtCommit()),
    __BUILT_SETTINGS__: JSON.stringify(variables),
    // Nothing where nothing is set: engines then go as far as the usual level lets them.
    __BUILT_LIMITS__: JSON.stringify(
      Object.keys(variables).length === 0 ? null : engineLimits(USUAL_LEVEL, built.settings),
    ),
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
