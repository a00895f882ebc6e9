/** Shows what files hold; the readers they need are loaded with the first one. */
export async function offerFiles(files: readonly File[]): Promise<void> {
  const { openFiles } = await import('../exchange/open-files');
  await openFiles(files);
}

/** Pasted text, where it is an experiment or a matrix; whether it was taken. */
export async function offerText(text: string): Promise<boolean> {
  const { openText } = await import('../exchange/open-files');
  return openText(text);
}

/** Lets a person choose files, as dropping them does. */
export function chooseFiles(): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.multiple = true;
  input.addEventListener('change', () => void offerFiles([...(input.files ?? [])]));
  input.click();
}
