/** Takes files; the readers they need are loaded with the first one. */
export async function offerFiles(files: readonly File[]): Promise<void> {
  const { takeFiles } = await import('./files');
  await takeFiles(files);
}
