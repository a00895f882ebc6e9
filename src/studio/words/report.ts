/** Words about reports of faults. */
export const reportWords = {
  copy: 'Copy report',
  copied: 'Report copied',
  copiedNote: 'It holds the fault, the experiment and what this browser is; no files and no samples.',
  notCopied: 'The browser did not allow copying.',
  dismiss: 'Dismiss',
  code: (code: string, where: string | undefined) => (where === undefined ? code : `${code} at ${where}`),
  cause: (cause: string) => `Cause: ${cause}`,
  time: (time: string) => `Time: ${time}`,
  studio: (version: string) => `Studio: ${version}`,
  notBuilt: 'not built',
  browser: (name: string) => `Browser: ${name}`,
  device: (name: string) => `Device: ${name}`,
  notOpen: 'not open',
  run: (state: string, step: number) => `Run: ${state}, step ${step}`,
  experiment: (json: string) => `Experiment: ${json}`,
  link: (address: string) => `Link: ${address}`,
  before: 'Before that:',
  stray: {
    message: 'Something went wrong that the studio did not expect.',
    fix: 'Your experiment is saved. Go on, or reload the page; if it happens again, copy the report and send it to us.',
  },
} as const;
