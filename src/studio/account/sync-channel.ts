import type { SyncStatus } from '../../cloud/sync/sync-events';
import type { SyncState } from '../../library/models/model-records';

/** What tabs of one browser tell each other about sync: one of them does it, all show it. */
export type SyncMessage =
  | { readonly kind: 'status'; readonly status: SyncStatus }
  | { readonly kind: 'model'; readonly model: string; readonly state: SyncState }
  | { readonly kind: 'problem'; readonly id: string }
  /** A tab that has just come asks where everything stands. */
  | { readonly kind: 'hello' }
  | SyncRequest;

/** What a person asks for, in whichever tab. */
export type SyncRequest =
  | { readonly kind: 'wake' }
  | { readonly kind: 'try-again'; readonly model?: string | undefined }
  | { readonly kind: 'stop'; readonly model: string }
  | { readonly kind: 'accept'; readonly model: string };

const NAME = 'photonic-sync';

/** Sends to the other tabs and hears them. */
export class SyncChannel {
  readonly #channel = new BroadcastChannel(NAME);

  constructor(onMessage: (message: SyncMessage) => void) {
    this.#channel.onmessage = ({ data }: MessageEvent<SyncMessage>) => onMessage(data);
  }

  send(message: SyncMessage): void {
    this.#channel.postMessage(message);
  }

  close(): void {
    this.#channel.close();
  }
}
