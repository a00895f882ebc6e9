/** Words about data sets and their classes. */
export const dataWords = {
  ownFiles: 'Your own files',
  spoken: (name: string, word: string) => `${name}, as in ${word}`,
} as const;
