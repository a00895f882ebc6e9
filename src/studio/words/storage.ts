import type { RoomKind } from '../../library/store/storage-room';

/** Words about room in this browser. */
export const storageWords = {
  heading: 'Storage',
  used: (used: string, quota: string): string => `${used} of ${quota} used, as this browser estimates.`,
  unknown: 'This browser does not say how much room there is.',
  meter: 'Room used',
  short: {
    message: 'Room in this browser runs short.',
    fix: (left: string): string => `${left} are left. Your work is saved; free some room before it is full.`,
  },
  freeRoom: 'Free room',
  intro: 'What is safest to give up comes first. The experiment on screen and what is in training stay.',
  kinds: {
    'data-sets': {
      name: 'Data sets',
      note: 'Fetched again, or dropped again, when they are needed.',
    },
    deleted: { name: 'Deleted experiments', note: 'With their versions. They cannot be brought back then.' },
    checkpoints: {
      name: 'Progress of other runs',
      note: 'They start at step 0 again and give the same curves.',
    },
    'auto-versions': {
      name: 'Automatic versions of other experiments',
      note: 'Those you named stay.',
    },
    'run-phases': {
      name: 'Trained phases of finished runs',
      note: 'Curves and figures stay, and pinned runs stay whole.',
    },
  } satisfies Record<RoomKind, { readonly name: string; readonly note: string }>,
  items: (count: number): string => (count === 1 ? '1 item' : `${count} items`),
  free: (name: string): string => `Free: ${name}`,
  freeButton: 'Free',
  freed: (name: string, bytes: string): string => `${name}: ${bytes} freed`,
  measuring: 'Measuring…',
  protectHeading: 'Protection',
  isProtected: 'This browser keeps your work until you delete it.',
  isNotProtected: 'When the disk gets full, this browser may clear what sites keep. It can be asked not to.',
  protect: 'Protect my work',
  protected: 'This browser keeps your work until you delete it.',
  notProtected: 'The browser did not promise to keep your work.',
  notProtectedFix:
    'It may when you visit the studio more often or install it. Links and exported files are safe.',
  offer: 'This browser may clear what sites keep when the disk gets full. It can be asked not to.',
} as const;
