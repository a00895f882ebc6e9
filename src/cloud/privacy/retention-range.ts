/** Days that can be chosen for keeping deleted models; the rules hold to the same. */
export const RETENTION = { least: 1, most: 3650 } as const;
