import { create } from 'zustand';
import type { Recognised } from '../../library/formats/recognise';
import type { Fault } from '../../lib/fault';

/** A file that was opened and what is in it. */
export interface OpenedFile {
  readonly file: File;
  readonly found: Recognised;
}

interface Exchange {
  /** Files whose contents are being shown before anything changes. */
  readonly opened: { readonly files: readonly OpenedFile[]; readonly faults: readonly Fault[] } | undefined;
  readonly exportOpen: boolean;
}

export const useExchange = create<Exchange>()(() => ({ opened: undefined, exportOpen: false }));

export function closeImport(): void {
  useExchange.setState({ opened: undefined });
}

export function closeExport(): void {
  useExchange.setState({ exportOpen: false });
}
