import * as Comlink from 'comlink';
import { PhotonicError } from '../../lib/fault';
import type { Plan } from '../../learning/plan';
import type { Desk } from './desk';
import { startWords } from '../words/start';

let open: { readonly remote: Comlink.Remote<Desk>; readonly failed: Promise<never> } | undefined;

/**
 * Asks the desk's worker, which starts with its first use, and again after it broke.
 * @throws PhotonicError `studio/desk` where it breaks meanwhile
 */
export function askDesk<T>(ask: (desk: Comlink.Remote<Desk>) => Promise<T>): Promise<T> {
  const { remote, failed } = (open ??= start());
  return Promise.race([ask(remote), failed]);
}

/** The chip that the desk's worker holds. */
let held: Plan | undefined;

/** Asks about a coherent chip, which crosses to the worker only when it is another one. */
export function askAbout<T>(plan: Plan, ask: (desk: Comlink.Remote<Desk>) => Promise<T>): Promise<T> {
  return askDesk(async (desk) => {
    if (held !== plan) {
      held = plan;
      // Calls arrive in their order: nobody needs to wait for this one.
      void desk.hold(plan);
    }
    return ask(desk);
  });
}

function start(): NonNullable<typeof open> {
  const worker = new Worker(new URL('./desk.worker.ts', import.meta.url), { type: 'module', name: 'desk' });
  const failed = new Promise<never>((_, reject) => {
    worker.addEventListener('error', (event) => {
      open = undefined;
      held = undefined;
      reject(new PhotonicError(broken(event.message)));
    });
  });
  // Whoever waits hears of it; without anybody waiting it is no news.
  failed.catch(() => undefined);
  return { remote: Comlink.wrap<Desk>(worker), failed };
}

function broken(why: string) {
  return {
    code: 'studio/desk',
    message: startWords.deskStopped(why === '' ? undefined : why),
    fix: startWords.deskStoppedFix,
  };
}
