import { STUDIO_VERSION } from '../state/studio-version';

/** Put in place of this name when the page is built. */
declare const __STUDIO_COMMIT__: string | undefined;

/** Which studio this is; `commit` is null where it was built outside a repository. */
export const STUDIO = {
  version: STUDIO_VERSION,
  commit: typeof __STUDIO_COMMIT__ === 'string' && __STUDIO_COMMIT__ !== '' ? __STUDIO_COMMIT__ : null,
} as const;
