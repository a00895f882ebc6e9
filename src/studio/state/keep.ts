import { followChanges } from '../documents/autosave';
import { followTabs } from '../documents/document-tabs';
import { restoreDocument } from '../documents/restore-document';
import { followAddress, linked, openLinked } from './link-address';

/** Keeps the experiment in this browser's database (documents) and in the address (link-address.ts). */

/** Restores the document of this tab; a link in the address is opened beside it, so that it never loses work. */
export async function restore(): Promise<void> {
  const [link] = await Promise.all([linked(), restoreDocument()]);
  if (link !== undefined) openLinked(link);
}

/** Saves every change within a second, and when the page goes away. */
export function keepExperiment(): () => void {
  const stops = [followTabs(), followChanges(), followAddress()];
  return () => stops.forEach((stop) => stop());
}
