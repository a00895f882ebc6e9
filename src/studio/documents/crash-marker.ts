import * as v from 'valibot';
import { livingPages, thisPage } from '../../library/store/page-life';
import { currentExperiment, useExperiment } from '../state/experiment-store';
import { useRun } from '../state/run-store';
import { safeStorage } from '../state/safe-storage';
import { useDocument } from './document-store';

/**
 * What each tab is doing, written where it outlives a crash and removed when the page is left properly. A mark
 * without its page is what is left of a crash.
 */
const PREFIX = 'photonic-open/';
/** While training the mark is renewed this often: more may not be known to be lost. */
export const HEARTBEAT_MS = 1000;
/** Marks of long ago say nothing any more: the browser itself may have lost the rest. */
const FORGET_AFTER_MS = 14 * 24 * 3_600_000;

const markSchema = v.object({
  document: v.string(),
  name: v.string(),
  at: v.number(),
  training: v.boolean(),
  step: v.number(),
  stepsPerSecond: v.number(),
});

/** The last sign of life of a page. */
export type Mark = v.InferOutput<typeof markSchema>;

function write(): void {
  const { state, step, stepsPerSecond } = useRun.getState();
  const mark: Mark = {
    document: useDocument.getState().id,
    name: currentExperiment().name,
    at: Date.now(),
    training: state === 'running' || state === 'recovering',
    step,
    stepsPerSecond: stepsPerSecond ?? 0,
  };
  try {
    safeStorage().setItem(PREFIX + thisPage(), JSON.stringify(mark));
  } catch {
    // No room even for this: only the notice after a crash is lost.
  }
}

function remove(): void {
  safeStorage().removeItem(PREFIX + thisPage());
}

/** Leaves marks from now on; returns how to stop. */
export function leaveMarks(): () => void {
  write();
  const beat = setInterval(() => {
    if (useRun.getState().state === 'running') write();
  }, HEARTBEAT_MS);
  // A page that comes back from the browser's cache is at work again.
  const shown = ({ persisted }: PageTransitionEvent): void => {
    if (persisted) write();
  };
  addEventListener('pagehide', remove);
  addEventListener('pageshow', shown);
  const stops = [
    useRun.subscribe(({ state }, before) => {
      if (state !== before.state) write();
    }),
    useDocument.subscribe(({ id }, before) => {
      if (id !== before.id) write();
    }),
    useExperiment.subscribe(({ experiment }, before) => {
      if (experiment.name !== before.experiment.name) write();
    }),
  ];
  return () => {
    clearInterval(beat);
    removeEventListener('pagehide', remove);
    removeEventListener('pageshow', shown);
    stops.forEach((stop) => stop());
  };
}

/** The newest mark without a page, if there is one; all of them are cleared away. */
export async function findCrash(now: number): Promise<Mark | undefined> {
  const storage = safeStorage();
  const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index)).filter(
    (key) => key?.startsWith(PREFIX) === true,
  );
  if (keys.length === 0) return undefined;
  const living = await livingPages();
  // Without locks a page that lives cannot be told from one that is gone.
  if (living === undefined) return undefined;
  let newest: Mark | undefined;
  for (const key of keys) {
    if (key === null || living.has(key.slice(PREFIX.length))) continue;
    const mark = read(storage.getItem(key));
    storage.removeItem(key);
    if (mark !== undefined && now - mark.at < FORGET_AFTER_MS && mark.at > (newest?.at ?? 0)) newest = mark;
  }
  return newest;
}

function read(text: string | null): Mark | undefined {
  try {
    const parsed = v.safeParse(markSchema, JSON.parse(text ?? ''));
    return parsed.success ? parsed.output : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Seconds of training that are gone at the most: from the step that was saved to the last sign of life, and until
 * the next one would have come.
 */
export function lostSeconds({ training, step, stepsPerSecond }: Mark, restoredStep: number): number {
  if (!training) return 0;
  const steps = Math.max(0, step - restoredStep);
  return (stepsPerSecond > 0 ? steps / stepsPerSecond : 0) + HEARTBEAT_MS / 1000;
}
