import { fileURLToPath } from 'node:url';

/** The repository's folder, ending in a separator: every script works from here, whatever the caller's cwd. */
export const root = fileURLToPath(new URL('..', import.meta.url));
