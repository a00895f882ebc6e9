/** Words of the run list, its charts and its exports. */
export const runsWords = {
  saveFailed: 'This browser did not let the studio keep your runs.',
  saveFailedFix:
    'Training goes on; its figures stay until this page is closed. Free some space, or export the table.',
} as const;
