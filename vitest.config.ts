import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { computeFlags, findChromium } from './scripts/chromium.mjs';
import { isolation } from './scripts/isolation.mjs';
import { originalData, wasmKernels } from './scripts/vite-plugins.mjs';

const executablePath = await findChromium();
const globalSetup = ['scripts/vitest-setup.mjs'];

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          environment: 'node',
          include: ['{src,scripts}/**/*.test.{ts,tsx}'],
          exclude: ['**/*.device.test.ts', 'src/engine/wasm/assembly/**'],
          globalSetup,
          testTimeout: 30_000,
        },
      },
      {
        // One Firebase, the studio's: values of the cloud package's own copy would be strangers to it.
        resolve: { dedupe: ['firebase'] },
        test: {
          name: 'cloud',
          environment: 'node',
          include: ['cloud/tests/**/*.test.ts'],
          globalSetup: ['cloud/tests/emulators-setup.ts'],
          setupFiles: ['cloud/tests/queries-setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // Files share two cores and the emulators; each has a project of its own in them.
          fileParallelism: false,
        },
      },
      {
        plugins: [wasmKernels(), originalData()],
        server: { headers: isolation },
        worker: { format: 'es' },
        // Found while tests run, a dependency would make the test page reload in the middle.
        optimizeDeps: { entries: ['src/**/*.device.test.ts', 'src/**/*.worker.ts'] },
        test: {
          name: 'device',
          include: ['{src,scripts}/**/*.device.test.ts'],
          globalSetup,
          testTimeout: 120_000,
          // Files share two cores and one software device.
          fileParallelism: false,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: {
                args: computeFlags,
                ...(executablePath === undefined ? {} : { executablePath }),
              },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
});
