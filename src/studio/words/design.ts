/** Words of the design: everything an experiment is made of. */
export const designWords = {
  set: (name: string) => `Set: ${name.charAt(0).toLowerCase()}${name.slice(1)}…`,
  find: 'Find a setting',
  findHint: 'Find a setting…',
  found: 'Settings found',
  nothingFound: 'No setting is called that.',
  startFrom: 'Start from',
  ownDesign: 'A design of your own',
  gallery: 'Gallery',
} as const;
