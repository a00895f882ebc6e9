import { defineConfig } from '@playwright/test';
import { computeFlags, findChromium } from './scripts/chromium.mjs';

const executablePath = await findChromium();
const port = process.env['PHOTONIC_E2E_PORT'] ?? '4317';
const baseURL = `http://localhost:${port}/`;

export default defineConfig({
  testDir: 'e2e',
  // Every area's main journey, and those that go deeper: `npm test` runs the first, `npm test -- --only long` the rest.
  projects: [
    {
      name: 'journeys',
      testMatch: '**/*.spec.ts',
      testIgnore: ['**/long/**', '**/cloud/**'],
      grepInvert: /@long/,
    },
    {
      name: 'long',
      testMatch: '**/*.spec.ts',
      testIgnore: '**/cloud/**',
      grep: [/@long/, /long\/[\w-]+\.spec\.ts/],
    },
    // With the emulators of Firebase, on a server of its own (e2e/cloud/test.ts).
    { name: 'cloud', testMatch: '**/cloud/*.spec.ts', grepInvert: /@long/ },
    { name: 'cloud-long', testMatch: '**/cloud/*.spec.ts', grep: /@long/ },
  ],
  outputDir: 'test-results',
  // Every page trains: two at once would only share the cores and the software device.
  workers: 1,
  forbidOnly: Boolean(process.env['CI']),
  timeout: 90_000,
  // One set of pictures for every machine: fonts come with the studio, and the rest of the difference is antialiasing.
  snapshotPathTemplate: '{testDir}/visual/{arg}{ext}',
  expect: { timeout: 15_000, toHaveScreenshot: { maxDiffPixelRatio: 0.01 } },
  use: {
    baseURL,
    // The page keeps itself for use offline; only the journey about that wants it.
    serviceWorkers: 'block',
    viewport: { width: 1440, height: 900 },
    // Traces double the time of every test; ask for them with --trace retain-on-failure.
    trace: 'off',
    screenshot: 'only-on-failure',
    // The chip is drawn on a plain canvas: a software device would only make its frames seconds long.
    launchOptions: { args: computeFlags, ...(executablePath === undefined ? {} : { executablePath }) },
  },
  webServer: {
    command: `node scripts/serve.mjs --port ${port}`,
    url: baseURL,
    reuseExistingServer: false,
    stdout: 'ignore',
  },
});
