import type { ExternalToast } from 'sonner';

/** Tells the person something in passing; what it is shown with is loaded with the first message. */
export function notify(
  kind: 'success' | 'warning' | 'error',
  message: string,
  options?: ExternalToast,
): void {
  void import('sonner').then(({ toast }) => toast[kind](message, options));
}
