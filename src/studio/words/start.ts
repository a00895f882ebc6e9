/** Words for when parts of the page itself are missing. */
export const startWords = {
  noRoot: {
    message: 'The page has no place for the studio.',
    fix: 'Reload the page; if that does not help, build it again.',
  },
  deskStopped: (why: string | undefined) =>
    `The part of the page that lays out networks and matrices stopped: ${why ?? 'its script could not be loaded'}.`,
  deskStoppedFix: 'Reload the page; your experiment is saved.',
} as const;
