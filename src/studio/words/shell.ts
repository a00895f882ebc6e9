/** Words of the frame around the screens. */
export const shellWords = {
  screens: 'Screens',
  screenNames: { chip: 'Chip', runs: 'Runs', gallery: 'Gallery' },
  loading: 'Loading…',
} as const;
