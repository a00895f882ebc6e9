import { followChanges } from '../documents/autosave';
import { findCrash, leaveMarks } from '../documents/crash-marker';
import { useCrash } from '../documents/crash-notice-store';
import { rememberedInTab, useDocument } from '../documents/document-store';
import { followTabs } from '../documents/document-tabs';
import { restoreDocument } from '../documents/restore-document';
import { catchStrayErrors } from './stray-errors';
import { followAddress, isEcho, linked, openLinked, openNamed } from './link-address';

/** Keeps the experiment in this browser's database (documents) and in the address (link-address.ts). */

/** Restores the document of this tab; a link in the address is opened beside it, so that it never loses work. */
export async function restore(): Promise<void> {
  const wasHere = rememberedInTab() !== undefined;
  const mark = await findCrash(Date.now());
  const [link] = await Promise.all([linked(), restoreDocument(mark?.document)]);
  // Nothing need be said where the work was not touched, or is not what is opened now.
  if (mark?.document === useDocument.getState().id) useCrash.setState({ mark });
  const isThere = useDocument.getState().save.kind === 'saved';
  if (link !== undefined && !(isThere && isEcho(wasHere))) openLinked(link);
  openNamed();
}

/** Saves every change within a second, and when the page goes away. */
export function keepExperiment(): () => void {
  const stops = [catchStrayErrors(), followTabs(), followChanges(), followAddress(), leaveMarks()];
  return () => stops.forEach((stop) => stop());
}
