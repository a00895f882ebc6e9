/** What has become of records of one kind in the database. */
export interface News<T> {
  readonly changed: readonly T[];
  readonly deleted: readonly string[];
}

/** Tells every page of this browser, this one included, what became of records of one kind. */
export class NewsDesk<T> {
  readonly #name: string;
  readonly #listeners = new Set<(news: News<T>) => void>();
  #channel: BroadcastChannel | undefined;

  /** @param name of the channel between pages */
  constructor(name: string) {
    this.#name = name;
  }

  /** Follows the records, whoever changes them; returns how to stop. */
  follow(listener: (news: News<T>) => void): () => void {
    this.#open();
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size > 0) return;
      this.#channel?.close();
      this.#channel = undefined;
    };
  }

  tell(news: Partial<News<T>>): void {
    const whole = { changed: news.changed ?? [], deleted: news.deleted ?? [] };
    this.#hear(whole);
    this.#open()?.postMessage(whole);
  }

  #hear(news: News<T>): void {
    for (const listener of this.#listeners) listener(news);
  }

  /** Undefined where there are no channels: outside browsers. */
  #open(): BroadcastChannel | undefined {
    if (this.#channel === undefined && typeof BroadcastChannel === 'function') {
      this.#channel = new BroadcastChannel(this.#name);
      this.#channel.onmessage = ({ data }: MessageEvent<News<T>>) => this.#hear(data);
    }
    return this.#channel;
  }
}
