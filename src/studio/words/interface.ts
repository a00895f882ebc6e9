/** Words of the interface for programs, as scripts in the page read them. */
export const interfaceWords = {
  name: 'Photonic AI Studio',
  notOpen: {
    message: 'The run of this experiment could not be opened.',
    fix: 'Look at photonic.state().fault for the reason.',
  },
  noNetwork: {
    message: 'There is no network on the chip yet.',
    fix: 'Load an experiment first: photonic.load(…).',
  },
  notFields: (width: number) => ({
    message: `The samples do not have this network’s shape of ${width} numbers.`,
    fix: 'Send one number per mode (or pixel), or raw samples as an image or a table.',
  }),
  unknownKind: (kinds: string) => ({
    message: 'This is no kind of export.',
    fix: `Use one of ${kinds}.`,
  }),
  stopped: (why: string) => ({
    message: `The part of the page that answers programs stopped: ${why}.`,
    fix: 'Try again; it starts anew.',
  }),
  notSignedIn: {
    message: 'Nobody is signed in with this token.',
    fix: 'Sign in through POST /api/v1/auth/login.',
  },
  locked: {
    message: 'This classified model is locked.',
    fix: 'Unlock it in the studio first.',
  },
  firstVersion: 'Trained through the interface',
} as const;
