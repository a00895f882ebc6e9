import { createEngineClient } from '../../engine/client';
import type { EngineClient } from '../../engine/protocol';

let client: EngineClient | undefined;

/** The one engine of this page; its worker starts with the first call. */
export function engine(): EngineClient {
  client ??= createEngineClient();
  return client;
}
