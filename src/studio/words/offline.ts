/** Words about the network and newer versions of the studio. */
export const offlineWords = {
  offline: 'Offline',
  offlineHint: 'There is no network. Everything here goes on; data sets not yet on this device have to wait.',
  update: {
    message: 'A newer studio is ready.',
    description: 'Your work is saved. A run is never interrupted for it.',
    action: 'Update',
  },
  later: 'The studio updates when training ends.',
  takeUpdate: 'Update to the newer studio',
} as const;
