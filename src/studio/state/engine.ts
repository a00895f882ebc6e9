import type { ConfigurableEngine } from '../../engine/client';
import { createEngineClient } from '../../engine/client';
import type { EngineClient } from '../../engine/protocol';
import type { EngineLimits } from '../../settings/engine-limits';
import { limitsNow } from './engine-limits';
import { usePreferences } from './preferences';

let client: ConfigurableEngine | undefined;
/** What a person dropped so far: other engines need the same samples. */
const files: File[] = [];

/** The one engine of this page; its worker starts with the first call. */
export function engine(): EngineClient {
  client ??= rememberingFiles(asAllowed(createEngineClient(limitsNow())));
  return client;
}

/** Whatever is opened from here on may go so far. */
export function configureEngine(limits: EngineLimits): void {
  client?.configure(limits);
}

/** What the person allows holds for engines that are already there, too. */
function asAllowed(made: ConfigurableEngine): ConfigurableEngine {
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

function rememberingFiles(made: ConfigurableEngine): ConfigurableEngine {
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
  const another = asAllowed(createEngineClient(limitsNow()));
  if (files.length > 0) await another.addFiles(files);
  return another;
}
