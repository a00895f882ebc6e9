/** Entries of one name the browser keeps; a benchmark that wants all of them observes. */
const KEPT = 600;

const counts = new Map<string, number>();

/**
 * Notes in the browser's timeline how long something took: `mesh-frame`, the page's work for one picture of the chip with the trace of
 * its light, and `input-to-picture`, from an edit to the picture that shows it.
 */
export function noteDuration(name: 'mesh-frame' | 'input-to-picture', start: number, end: number): void {
  const count = (counts.get(name) ?? 0) + 1;
  counts.set(name, count);
  if (count % KEPT === 0) performance.clearMeasures(name);
  performance.measure(name, { start: Math.max(0, start), end });
}
