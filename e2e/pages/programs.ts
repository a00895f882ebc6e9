import type { Page } from '@playwright/test';

/** What a program was answered. */
export interface Said {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Readonly<Record<string, unknown>>;
}

/** The interface for programs, as a script of the same origin reaches it. */
export class Programs {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** The service worker is there and answers for this page. */
  async areAnswered(): Promise<void> {
    await this.page.waitForFunction(
      () => 'photonic' in window && navigator.serviceWorker.controller !== null,
    );
  }

  ask(
    method: string,
    path: string,
    body?: unknown,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Said> {
    return this.page.evaluate(
      async ([how, where, what, more]) => {
        const sent = what === undefined ? {} : { body: JSON.stringify(what) };
        const type: Record<string, string> = what === undefined ? {} : { 'Content-Type': 'application/json' };
        const response = await fetch(where, { method: how, headers: { ...type, ...more }, ...sent });
        const isJson = response.headers.get('Content-Type')?.includes('json') === true;
        return {
          status: response.status,
          headers: Object.fromEntries(response.headers),
          body: isJson ? ((await response.json()) as Record<string, unknown>) : {},
        };
      },
      [method, path, body, headers] as const,
    );
  }

  /** Waits until a training has ended. */
  async trained(id: string): Promise<Said> {
    for (;;) {
      const said = await this.ask('GET', `/api/v1/train/${id}`);
      if (said.body['state'] !== 'waiting' && said.body['state'] !== 'running') return said;
      await this.page.waitForFunction(() => new Promise((resolve) => setTimeout(() => resolve(true), 200)));
    }
  }
}
