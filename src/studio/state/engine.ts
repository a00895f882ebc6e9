import { createEngineClient } from '../../engine/client';
import type { EngineClient } from '../../engine/protocol';
import { usePreferences } from './preferences';

let client: EngineClient | undefined;
/** What a person dropped so far: other engines need the same samples. */
const files: File[] = [];

/** The one engine of this page; its worker starts with the first call. */
export function engine(): EngineClient {
  client ??= rememberingFiles(asAllowed(createEngineClient()));
  return client;
}

/** What the person allows holds for engines that are already there, too. */
function asAllowed(made: EngineClient): EngineClient {
  made.allowMirrors(usePreferences.getState().mirrors);
  const stop = usePreferences.subscribe(({ mirrors }, before) => {
    if (mirrors !== before.mirrors) made.allowMirrors(mirrors);
  });
  return {
    ...made,
    dispose: () => {
      stop();
      made.dispose();
    },
  };
}

function rememberingFiles(made: EngineClient): EngineClient {
  return {
    ...made,
    addFiles: (added) => {
      files.push(...added);
      return made.addFiles(added);
    },
  };
}

/** Another engine with a worker of its own, to train beside the run on screen. Whoever asks has to dispose of it. */
export async function anotherEngine(): Promise<EngineClient> {
  const another = asAllowed(createEngineClient());
  if (files.length > 0) await another.addFiles(files);
  return another;
}
