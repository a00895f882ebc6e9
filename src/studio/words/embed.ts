/** Words of the studio in a frame of another page. */
export const embedWords = {
  region: (name: string): string => `${name}, a photonic neural network`,
  open: 'Open in the studio',
  step: (step: string, total: string): string => `step ${step} of ${total}`,
  accuracy: (value: string): string => `${value} of the test samples right`,
  notHere: {
    message: 'This frame names a version that is kept in one browser only.',
    fix: 'Use a link that holds the experiment instead.',
  },
} as const;
