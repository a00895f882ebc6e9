/** Words about experiments as documents: saving, opening, deleting them, and other tabs that have them. */
export const documentWords = {
  untitled: 'Untitled experiment',
  copyOf: (name: string): string => `${name.slice(0, 112)} (copy)`,
  openedBeside: (name: string): string => `Opened beside “${name}”, which is kept.`,
  goBack: 'Go back',
  duplicated: 'This is the copy: the original is kept as it was.',
  deleted: (name: string): string => `“${name}” deleted`,
  deletedNote: (days: number): string =>
    `It can be brought back for ${days} days from the list of experiments.`,
  undo: 'Undo',
  missing: {
    message: 'This experiment is no longer kept in this browser.',
    fix: 'It may have been deleted in another tab: look under deleted ones in the list of experiments.',
  },
  savedAgain: 'Your experiment is saved again.',
  storageFull: {
    message: 'This browser has no room left to save your experiment.',
    fix: 'Your work is in memory and in the address: free some room under Storage, or copy the link to keep it.',
  },
  storageRefused: {
    message: 'This browser did not let the studio save your experiment.',
    fix: 'Your work is in memory and in the address: copy the link to keep it.',
  },
  reading: {
    message: 'This experiment is open in another tab, which edits it.',
    fix: 'Take over to edit it here, or open a copy.',
  },
} as const;
