import { firstLoad, interactive } from './first-load.mjs';
import { inputToPicture, longTask, meshFrame } from './frames.mjs';
import { journey, memory } from './journeys.mjs';
import { lighthouseScore } from './lighthouse.mjs';

/**
 * Rows about the studio itself, driven from outside the page as a person would.
 * @typedef {{ browser: import('@playwright/test').Browser, url: string, executablePath: string }} Machine
 * @typedef {{
 *   id: string, what: string, unit: string, goal: { kind: 'at-least' | 'at-most', value: number }, isQuick?: boolean,
 *   run: (machine: Machine) => Promise<{ value: number, detail: string }>
 * }} StudioRow
 */

/** @type {readonly StudioRow[]} */
export const studioRows = [
  {
    id: 'studio.first-load',
    what: 'all that is loaded until the first run is ready, gzip',
    unit: 'kB',
    goal: { kind: 'at-most', value: 250 },
    isQuick: true,
    run: firstLoad,
  },
  {
    id: 'studio.interactive',
    what: 'from the first visit until the run answers',
    unit: 's',
    goal: { kind: 'at-most', value: 2 },
    isQuick: true,
    run: interactive,
  },
  {
    id: 'studio.mesh-frame.n64',
    what: 'main-thread work for one picture of 64 modes while training',
    unit: 'ms',
    goal: { kind: 'at-most', value: 8 },
    run: meshFrame(64),
  },
  {
    id: 'studio.mesh-frame.n256',
    what: 'main-thread work for one picture of 256 modes while training',
    unit: 'ms',
    goal: { kind: 'at-most', value: 16 },
    run: meshFrame(256),
  },
  {
    id: 'studio.input-to-picture',
    what: 'from turning a phase to the picture with its light',
    unit: 'ms',
    goal: { kind: 'at-most', value: 50 },
    run: inputToPicture,
  },
  {
    id: 'studio.long-task',
    what: 'longest task on the main thread while training',
    unit: 'ms',
    goal: { kind: 'at-most', value: 100 },
    run: longTask,
  },
  {
    id: 'studio.journey',
    what: 'from the address of the studio to trained vowels, with a first visit’s empty profile',
    unit: 's',
    goal: { kind: 'at-most', value: 5 },
    isQuick: true,
    run: journey,
  },
  {
    id: 'studio.memory',
    what: 'memory of the page, its workers and frames after training MNIST for a while',
    unit: 'MB',
    goal: { kind: 'at-most', value: 500 },
    run: memory,
  },
  ...['performance', 'accessibility', 'best-practices'].map(
    (category) =>
      /** @type {StudioRow} */ ({
        id: `studio.lighthouse.${category}`,
        what: `Lighthouse, ${category}, desktop, first visit`,
        unit: 'points',
        goal: { kind: 'at-least', value: 95 },
        run: lighthouseScore(category),
      }),
  ),
];
