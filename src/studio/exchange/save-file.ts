import type { ExportFile } from './file-preview';

/** Lets the browser save a file. */
export function saveFile({ name, type, bytes }: Pick<ExportFile, 'name' | 'type' | 'bytes'>): void {
  const address = URL.createObjectURL(new Blob([bytes], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The download has begun by the next task.
  setTimeout(() => URL.revokeObjectURL(address), 0);
}
