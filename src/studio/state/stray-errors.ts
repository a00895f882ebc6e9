import { create } from 'zustand';
import type { Fault } from '../../lib/fault';
import { PhotonicError, toFault } from '../../lib/fault';
import { reportWords } from '../words/report';
import { logEvent } from './event-log';

/** An error that nobody caught: shown until it is dismissed, so that it is never silent. */
export const useStrayError = create<{ readonly fault: Fault | undefined }>()(() => ({ fault: undefined }));

/** Browsers report these as errors although nothing is wrong: a resize is drawn one frame later. */
const HARMLESS = /^ResizeObserver loop/;

/** Catches what nobody else does; returns how to stop. */
export function catchStrayErrors(): () => void {
  const failed = ({ error, message }: ErrorEvent): void => {
    if (!HARMLESS.test(message)) show(error ?? message);
  };
  const rejected = ({ reason }: PromiseRejectionEvent): void => show(reason);
  addEventListener('error', failed);
  addEventListener('unhandledrejection', rejected);
  return () => {
    removeEventListener('error', failed);
    removeEventListener('unhandledrejection', rejected);
  };
}

function show(thrown: unknown): void {
  // Given up on purpose, by whoever asked for it.
  if (thrown instanceof DOMException && thrown.name === 'AbortError') return;
  const known = toFault(thrown, 'studio/unexpected');
  const fault = thrown instanceof PhotonicError ? known : { ...known, ...reportWords.stray };
  const trace = thrown instanceof Error ? thrown.stack : undefined;
  logEvent(`uncaught: ${trace ?? fault.cause ?? fault.message}`, 'error');
  useStrayError.setState({ fault });
}
