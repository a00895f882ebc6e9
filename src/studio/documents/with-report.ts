import type { ExternalToast } from 'sonner';
import { copyReport } from '../state/fault-report';
import { reportWords } from '../words/report';

/** A message about an error offers the report of it, unless it has something better to do. */
export function withReport(kind: string, message: string, options: ExternalToast = {}): ExternalToast {
  if (kind !== 'error' || options.action !== undefined) return options;
  const fix = typeof options.description === 'string' ? options.description : '';
  return {
    duration: 10_000,
    ...options,
    action: {
      label: reportWords.copy,
      onClick: () => void copyReport({ code: 'studio/message', message, fix }),
    },
  };
}
