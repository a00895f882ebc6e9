/** Gives up the oldest files until `bytes` more stay within the limit. */
export async function makeRoom(
  folder: FileSystemDirectoryHandle,
  bytes: number,
  limit: number,
): Promise<void> {
  const files: File[] = [];
  for await (const entry of folder.values()) {
    if (entry.kind === 'file') files.push(await entry.getFile());
  }
  files.sort((a, b) => a.lastModified - b.lastModified);
  let total = files.reduce((sum, { size }) => sum + size, bytes);
  for (const { name, size } of files) {
    if (total <= limit) return;
    await folder.removeEntry(name);
    total -= size;
  }
}
