/** What someone reads who has never been here; apart from the lessons, because it belongs to the first load. */
export const welcomeWords = {
  label: 'Welcome',
  title: 'You are watching a photonic chip learn six vowels.',
  text: (isReal: boolean): string =>
    `Light enters at the left; phases turn until each vowel leaves at its own port. It is a simulation, on ${isReal ? 'real recordings' : 'generated vowels'}, in this browser.`,
  tour: 'Take the tour',
  gallery: 'Gallery',
  close: 'Close the welcome note',
} as const;
