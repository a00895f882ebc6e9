import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What axe finds on a page, state by state, in both themes. */
export class Inspection {
  /** Lines that name state, theme, rule and elements. */
  readonly found: string[] = [];
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /**
   * Tries every rule in the dark theme and the contrasts, which are all that a theme changes, in the light one too.
   * @param region CSS selector of the part that is new; the whole page without
   */
  async look(state: string, region = ':root'): Promise<void> {
    const { found } = this;
    for (const colorScheme of ['dark', 'light'] as const) {
      await this.#page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      const rules =
        colorScheme === 'dark' ? { type: 'tag', values: TAGS } : { type: 'rule', values: ['color-contrast'] };
      found.push(
        ...(await this.#violations(region, rules)).map((line) => `${state}, ${colorScheme}: ${line}`),
      );
    }
  }

  async #violations(region: string, runOnly: object): Promise<readonly string[]> {
    if (!(await this.#page.evaluate(() => 'axe' in globalThis))) await this.#page.evaluate(await axeSource());
    return this.#page.evaluate(
      async ([selector, rules]) => {
        const { axe } = globalThis as unknown as { readonly axe: Axe };
        if (document.querySelector(selector) === null) return [`nothing is ${selector}`];
        const { violations } = await axe.run(selector, { runOnly: rules, resultTypes: ['violations'] });
        return violations.map(
          ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
        );
      },
      [region, runOnly] as const,
    );
  }
}

interface Axe {
  readonly run: (
    context: string,
    options: object,
  ) => Promise<{
    readonly violations: readonly {
      readonly id: string;
      readonly nodes: readonly { readonly target: readonly string[] }[];
    }[];
  }>;
}

let source: Promise<string> | undefined;

function axeSource(): Promise<string> {
  const { resolve } = createRequire(import.meta.url);
  source ??= readFile(createRequire(resolve('@axe-core/playwright')).resolve('axe-core/axe.min.js'), 'utf8');
  return source;
}
