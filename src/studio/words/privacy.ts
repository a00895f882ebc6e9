/** Words about what is kept of people: the privacy window and the question about App Check. */
export const privacyWords = {
  command: 'Privacy…',
  title: 'Privacy',
  close: 'Close',
  cancel: 'Cancel',
  intro:
    'Without an account nothing you make leaves this device. There are no cookies, no analytics and no advertising.',
  page: 'What is kept, in full',
  keep: {
    title: 'Deleted experiments and models',
    label: 'Erase after',
    unit: 'days',
    note: 'Until then they can be brought back. They are then erased for good, models in the cloud as well.',
    range: (least: number, most: number) => ({
      message: `That is not a whole number of days from ${least} to ${most}.`,
      fix: 'Enter another number.',
    }),
    saved: (days: string) => `Deleted experiments and models are erased after ${days}.`,
    days: (count: number) => (count === 1 ? '1 day' : `${count} days`),
  },
  export: {
    title: 'Everything about you',
    note: 'One archive: all work in this browser, your settings, and if you are signed in your account with its models, links and audit.',
    button: 'Export everything',
    working: (files: number) => `Collecting, ${files} files so far …`,
    done: (files: number, size: string) => `Saved: ${files} files, ${size}.`,
    without: 'Nobody is signed in, so that it holds this browser’s part only.',
    problems: (count: number) =>
      `${count === 1 ? 'One thing' : `${count} things`} could not be read; about.json in the archive says what.`,
    stopped: 'Stopped. Nothing was saved.',
  },
  consent: {
    title: 'Protection by reCAPTCHA',
    label: 'Google’s reCAPTCHA may look at this browser',
    note: 'Whoever runs this cloud protects it with Google’s App Check. It is only used with an account. Switched off, it ends when the page is loaded again, and accounts cannot be used here.',
    question:
      'This cloud is protected by Google’s App Check: before an account is used, reCAPTCHA by Google looks at this browser and sees your network address. Nothing of that happens before you agree. The studio is complete without an account.',
    yes: 'Agree',
    no: 'Go on without an account',
  },
  mirrors: {
    title: 'Public data sets',
    label: 'They may be fetched from other servers',
    note: 'GitHub, jsDelivr and Hugging Face then see your network address and nothing else of you. Only what is neither on this device nor on this server is fetched, once, and verified.',
  },
  erase: {
    title: 'Delete',
    account: 'Delete account and data…',
    browser: 'Delete everything in this browser…',
    accountNote: 'Your account with its models, versions, links, profile and personal audit, in the cloud.',
    browserNote: 'All experiments, versions, runs, models, data sets and settings on this device.',
    sure: {
      account: 'Delete your account?',
      browser: 'Delete everything in this browser?',
    },
    goes: {
      account: [
        'All models of yours in the cloud, with every version',
        'All links you have made: they stop working',
        'Your profile, your roles and your personal audit',
        'The account itself',
      ],
      browser: [
        'All experiments, versions, runs and sweeps on this device',
        'All models on this device, whether they are in the cloud or not',
        'Data sets that were kept, checkpoints and settings',
      ],
    },
    stays: {
      account:
        'Work in this browser stays. What all of a workspace use passes to another of its administrators, and its audit keeps its entries without your name.',
      browser: 'Nothing in the cloud is deleted. There is no undo: export first what you may want again.',
    },
    confirm: 'Delete for good',
    working: 'Deleting …',
    verified: 'Your account is deleted. The cloud was searched again afterwards, and nothing of it is left.',
    left: (what: string) =>
      `Your account is deleted, but something is left: ${what}. Tell whoever runs this cloud.`,
    stillHere: 'Your work in this browser is untouched.',
    noCloud: {
      message: 'The cloud cannot be opened.',
      fix: 'Check the network and try again. Nothing has been deleted.',
    },
  },
} as const;
