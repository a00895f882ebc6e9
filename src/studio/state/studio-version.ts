import { reportWords } from '../words/report';

/** Put in by the build, from package.json. */
declare const __STUDIO_VERSION__: string | undefined;

/** Version of this studio, for reports and files; tests run without a build. */
export const STUDIO_VERSION: string =
  typeof __STUDIO_VERSION__ === 'string' ? __STUDIO_VERSION__ : reportWords.notBuilt;
