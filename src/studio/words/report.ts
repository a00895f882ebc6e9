/** Words about reports of faults. */
export const reportWords = {
  copy: 'Copy report',
  copied: 'Report copied',
  copiedNote: 'It holds the fault, the experiment and what this browser is; no files and no samples.',
  notCopied: 'The browser did not allow copying.',
  dismiss: 'Dismiss',
  stray: {
    message: 'Something went wrong that the studio did not expect.',
    fix: 'Your experiment is saved. Go on, or reload the page; if it happens again, copy the report and send it to us.',
  },
} as const;
