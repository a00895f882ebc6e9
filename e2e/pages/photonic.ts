import type { Page } from '@playwright/test';
import type {
  Photonic,
  PhotonicAnswers,
  PhotonicExportKind,
  PhotonicInput,
  PhotonicState,
  TrainOptions,
} from '../../src/studio/interface/photonic-api';

/** The studio as a script in its page sees it. */
export class PhotonicPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async isThere(): Promise<void> {
    await this.page.waitForFunction(() => 'photonic' in window);
  }

  load(source: string): Promise<PhotonicState> {
    return this.page.evaluate((from) => (window as unknown as Scripted).photonic.load(from), source);
  }

  train(options: TrainOptions = {}): Promise<PhotonicState> {
    return this.page.evaluate((by) => (window as unknown as Scripted).photonic.train(by), options);
  }

  infer(inputs: readonly PhotonicInput[]): Promise<PhotonicAnswers> {
    return this.page.evaluate((samples) => (window as unknown as Scripted).photonic.infer(samples), inputs);
  }

  state(): Promise<PhotonicState> {
    return this.page.evaluate(() => (window as unknown as Scripted).photonic.state());
  }

  /** Name, type and first bytes of an exported file. */
  exported(kind: PhotonicExportKind): Promise<{ name: string; type: string; head: number[]; size: number }> {
    return this.page.evaluate(async (as) => {
      const { name, type, bytes } = await (window as unknown as Scripted).photonic.export(as);
      return { name, type, head: [...bytes.slice(0, 4)], size: bytes.length };
    }, kind);
  }

  /** The fault that a call is refused with. */
  refusal(
    call: 'load' | 'infer' | 'export',
    argument: unknown,
  ): Promise<{ code: string; fix: string } | undefined> {
    return this.page.evaluate(
      async ([name, value]) => {
        const { photonic } = window as unknown as Record<
          'photonic',
          Record<string, (value: unknown) => Promise<unknown>>
        >;
        try {
          await photonic[name]?.(value);
          return undefined;
        } catch (thrown) {
          const { code, fix } = (thrown as { fault: { code: string; fix: string } }).fault;
          return { code, fix };
        }
      },
      [call, argument] as const,
    );
  }

  /** Runs seen by a listener while `TrainOptions` are trained. */
  trainListening(options: TrainOptions): Promise<readonly string[]> {
    return this.page.evaluate(async (by) => {
      const { photonic } = window as unknown as Scripted;
      const seen: string[] = [];
      const stop = photonic.subscribe(({ run }) => {
        if (seen.at(-1) !== run) seen.push(run);
      });
      await photonic.train(by);
      stop();
      return seen;
    }, options);
  }
}

interface Scripted {
  readonly photonic: Photonic;
}
