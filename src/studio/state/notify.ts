import type { ExternalToast } from 'sonner';
import { announce } from './announcement';
import { logEvent } from './event-log';

type Kind = 'success' | 'info' | 'warning' | 'error';
type Show = (kind: Kind, message: string, options?: ExternalToast) => void;

const LEVELS = { success: 'info', info: 'info', warning: 'warn', error: 'error' } as const;

/** Messages from before the place that shows them was there: a message must never be lost. */
const waiting: Parameters<Show>[] = [];
let show: Show | undefined;

/** Tells the person something in passing. */
export const notify: Show = (...message) => {
  const [kind, text, { description } = {}] = message;
  const spoken = typeof description === 'string' ? `${text} ${description}` : text;
  logEvent(spoken, LEVELS[kind]);
  announce(spoken);
  if (show === undefined) waiting.push(message);
  else show(...message);
};

/** From now on messages are shown this way, those that waited first. */
export function showMessages(how: Show | undefined): void {
  show = how;
  if (how !== undefined) for (const message of waiting.splice(0)) how(...message);
}
