/** Words about links: opening them, sharing them, and what they hold. */
export const linkWords = {
  broughtTitle: (step: number): string =>
    step > 0
      ? `Opened with phases trained for ${step.toLocaleString('en')} steps.`
      : 'Opened with its phases.',
  broughtNote: 'They stand on the chip now; training goes on from them.',
  ownRunTitle: 'This link brings trained phases.',
  ownRunNote: (step: number): string =>
    `You have trained this experiment for ${step.toLocaleString('en')} steps yourself, so yours are shown.`,
  useTheirs: 'Use the link’s phases',
  unknownVersion: {
    message: 'This link names a version that is kept in another browser, or was deleted.',
    fix: 'Open it where it was made, or ask for a link that holds the experiment. Your own experiment is untouched.',
  },
  misfit: {
    message: 'The phases in this link do not fit its network, so the experiment was opened without them.',
    fix: 'Train the experiment: it is all there.',
  },
} as const;
