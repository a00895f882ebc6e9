const models = (count: number): string => (count === 1 ? 'One model' : `${count} models`);

/** Words about sync as a whole; those of single models are in models.ts. */
export const syncWords = {
  command: 'Sync…',
  now: 'Sync now',
  title: 'Sync',
  close: 'Close',
  /** In the header, beside the account. */
  badge: {
    synced: 'Synced',
    syncing: (done: number, total: number): string => `Syncing ${Math.min(done + 1, total)} of ${total}`,
    looking: 'Syncing',
    waiting: 'Saved here',
    'signed-out': 'Saved here',
    conflict: 'Conflict',
    refused: 'Refused',
  },
  button: (state: string): string => `Sync: ${state}`,
  status: {
    synced: (ago: string): string => `Everything is in your account, as of ${ago}.`,
    left: 'What could be sent is in your account. The models below need a look.',
    syncing: 'Your models are being sent and fetched. Work on; all is saved here first.',
    retry: (seconds: number): string => `The next try is in ${seconds} s.`,
    whenBack: 'The next try is when the network is back, or when you choose Sync now.',
  },
  list: 'Models that are not synced',
  tryAgain: 'Try again',
  stop: 'Stop sending',
  accept: 'Keep both',
  show: 'Show',
  tryAgainFor: (name: string): string => `Try again: ${name}`,
  stopFor: (name: string): string => `Stop sending ${name}`,
  acceptFor: (name: string): string => `Keep both: ${name}`,
  showFor: (name: string): string => `Show ${name}`,
  problems: (count: number): string =>
    count === 1
      ? 'One thing in the cloud could not be read and was left out. Nothing here depends on it.'
      : `${count} things in the cloud could not be read and were left out. Nothing here depends on them.`,
  adopted: {
    message: (count: number): string => `${models(count)} of this browser joined your account.`,
    note: 'They are sent now, and follow you to other devices.',
  },
  conflict: {
    message: (name: string): string => `“${name}” was changed on two devices at once.`,
    note: (copy: string): string => `Both are kept: what the other device had is “${copy}”.`,
  },
  refused: (name: string): string => `“${name}” was not taken by the cloud.`,
  problem: {
    message: 'Something in the cloud could not be read and was left out.',
    note: (id: string): string => `It is named ${id}. Everything else is synced as usual.`,
  },
  signedOut: {
    code: 'cloud/signed-out',
    message: 'This version is in your account, and nobody is signed in.',
    fix: 'Sign in to fetch it.',
  },
  /** Name of the model that keeps what another device made of the same one. */
  copyOf: (name: string, device: string): string => `${name} (from ${device.replace(/ · \w+$/, '')})`,
  device: (browser: string, system: string): string => `${browser} on ${system}`,
  otherBrowser: 'Browser',
  otherSystem: 'another system',
} as const;
