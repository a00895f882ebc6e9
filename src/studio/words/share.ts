/** Words of the share dialog. */
export const shareWords = {
  title: (name: string): string => `Share “${name}”`,
  what: 'What the link holds',
  kinds: {
    experiment: 'Experiment',
    phases: 'Experiment and trained phases',
    version: 'A version in this browser',
  },
  notes: {
    experiment: 'Task, chip, training and seed: training it again gives the same curve. Opens anywhere.',
    phases: (count: string, bound: string): string =>
      `${count} phases with it, each within ${bound} rad. Opens anywhere, already trained.`,
    untrained: 'There are no trained phases yet: the chip stands at its seed.',
    convolution: 'A convolution has more numbers than a link can carry.',
    tooLong: (characters: string, most: string): string =>
      `Its phases would take ${characters} characters; what is longer than ${most} does not travel well.`,
    version: 'Exact phases of any size, kept here under a name. Opens in this browser only.',
  },
  versionTitle: 'Shared by link',
  link: 'Link',
  length: (characters: string, most: string): string => `${characters} of ${most} characters`,
  makeVersion: 'Keep a version and link to it',
  copy: 'Copy link',
  send: 'Share…',
  close: 'Close',
  working: 'Packing…',
  copied: 'Link copied',
  copiedNote: {
    experiment: 'It opens this experiment, with its seed, in any browser.',
    phases: 'It opens this experiment with its trained phases, in any browser.',
    version: 'It opens this version in this browser.',
  },
  refused: 'The browser did not allow copying.',
  refusedNote: 'Select the link in the dialog and copy it from there.',
  refusedAddress: 'The link is in the address bar: copy it from there.',
  notKept: 'This browser did not let the studio keep a version.',
  notKeptNote: 'Nothing is lost; share the experiment instead.',
} as const;
