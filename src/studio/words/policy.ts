import type { Policy } from '../../library/models/model-records';

/** Words of policies: who may do what with a model, and sealing it. */
export const policyWords = {
  title: (name: string): string => `Policy of “${name}”`,
  change: 'Change policy…',
  names: {
    PUBLIC: 'Public',
    INTERNAL: 'Internal',
    RESTRICTED: 'Restricted',
    CLASSIFIED: 'Classified',
  } satisfies Record<Policy, string>,
  notes: {
    PUBLIC: 'Anyone with the link can open it.',
    INTERNAL: 'Its workspace can open it; without one, only you.',
    RESTRICTED: 'Only the people you name can open it, and every reading is audited.',
    CLASSIFIED:
      'Encrypted in this browser with a passphrase. No links, no export; it locks after 15 minutes.',
  } satisfies Record<Policy, string>,
  which: 'Policy',
  workspace: 'Belongs to',
  alone: 'You alone',
  people: 'People',
  peopleNote: 'Members of your workspaces can be named.',
  noPeople: 'Nobody but you so far.',
  add: 'Add a person',
  addNobody: 'Choose…',
  right: (name: string): string => `What ${name} may do`,
  rights: { read: 'Open', write: 'Open and change' },
  removePerson: (name: string): string => `Remove ${name}`,
  remove: 'Remove',
  unknown: (uid: string): string => `Account ${uid.slice(0, 6)}…`,
  save: 'Save policy',
  seal: 'Seal',
  unseal: 'Unseal and save',
  cancel: 'Cancel',
  saved: (name: string, policy: string): string => `“${name}” is now ${policy.toLowerCase()}.`,
  sealed: (name: string): string => `“${name}” is sealed.`,
  sealedNote: 'What lay unsealed of it is erased, here and, with the next sync, in the cloud.',
  refusals: {
    role: 'Only its owner and, for open models, administrators of its workspace may change the policy.',
    fresh: 'Classified models open to a sign-in of the last 15 minutes only. Prove who you are, then go on.',
    locked: 'Unlock it first.',
    away: 'Not all versions are in this browser. Open each once while online, then change the policy.',
    noName: 'Restricted models name people by their account: sign in first.',
  },
  sentence: {
    alone: 'Only you can open and change it.',
    browser: 'It lies in this browser only; whoever uses this browser can open and change it.',
    publicAlone: 'Anyone with the link can open it; only you can change it.',
    public: (workspace: string): string =>
      `Anyone with the link can open it; you and the editors of ${workspace} can change it.`,
    internal: (workspace: string): string =>
      `Everybody in ${workspace} can open it; you and its editors can change it.`,
    named: (readers: number, writers: number): string =>
      readers + writers === 0
        ? 'Only you can open and change it; every reading is audited.'
        : `You and ${writers} of ${readers + writers} named people can change it, the others only open it; every reading is audited.`,
    classified: (people: number): string =>
      people === 0
        ? 'Only you can open it, with its passphrase; the cloud holds nothing readable.'
        : `You and ${people} named people can open it, with its passphrase; the cloud holds nothing readable.`,
  },
  passphrase: {
    label: 'Passphrase',
    repeat: 'Passphrase again',
    different: 'The two are not the same.',
    strengths: {
      weak: 'Too easy to guess: at least 12 characters, best four or more words.',
      fair: 'Fair: add another word to make it strong.',
      strong: 'Strong.',
    },
    warning:
      'The passphrase cannot be recovered. Without it nobody, not even the people who run the cloud, can open the model again.',
    rest: 'Experiments and runs that it was saved from stay unsealed in this browser until you delete them; the audit keeps the names of earlier actions.',
    unlock: 'Unlock',
    unlocking: 'Unlocking…',
    lock: 'Lock now',
    until: (time: string): string => `Unlocked until ${time} at the latest.`,
    locked: 'Locked: its name, note and versions are encrypted.',
    lockedNow: 'Locked again.',
  },
} as const;
