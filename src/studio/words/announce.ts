/** What the live region says. */
export const announceWords = {
  ready: (name: string) => `${name} is ready to train.`,
  running: 'Training.',
  paused: (step: number, accuracy: string | undefined) =>
    `Paused at step ${step}${accuracy === undefined ? '' : `, test accuracy ${accuracy}`}.`,
  finished: (step: number, accuracy: string | undefined) =>
    `Training finished after ${step} steps${accuracy === undefined ? '' : `, test accuracy ${accuracy}`}.`,
  recovering: 'The device went away; the run continues on another.',
} as const;
