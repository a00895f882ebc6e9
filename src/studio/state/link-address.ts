import { decodeLink, encodeLink } from '../../experiment/link';
import type { LinkParts } from '../../experiment/link-hash';
import { parseHash, writeHash } from '../../experiment/link-hash';
import type { LinkPhases } from '../../experiment/link-phases';
import { decodePhases } from '../../experiment/link-phases';
import type { Experiment } from '../../experiment/schema';
import type { Fault } from '../../lib/fault';
import { toFault } from '../../lib/fault';
import type { Result } from '../../lib/result';
import { fail, ok } from '../../lib/result';
import { openAsDocument } from '../documents/open-document';
import { currentExperiment, sameExperiment, useExperiment } from './experiment-store';
import { isGuest } from './guest';
import { notify } from './notify';
import { openPanel } from './open-panel';
import { usePhaseEdits } from './phase-edit';
import { awaiting, useRun } from './run-store';
import { showScreen } from './view';
import { linkWords } from '../words/link';

/** Keeps the experiment in the address, and opens what an address names. */

/** What a link was found to hold. */
export interface Linked {
  readonly experiment: Experiment;
  readonly phases: LinkPhases | undefined;
  readonly open: string | undefined;
}

/**
 * An address that says more than the experiment (its phases): it stays until the phases on the chip are others, so
 * that a reload brings them back.
 */
let held: { readonly experiment: Experiment; readonly hash: string } | undefined;

/** The hash that names a share or a model on its way here: it stays in the address until that has come, or cannot. */
let awaited: string | undefined;

/** Typing goes on this long before the address follows. */
const WRITE_AFTER_MS = 400;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Writes the experiment's link into the address, unless what stands there says that and more. */
export async function writeAddress(experiment: Experiment): Promise<void> {
  if (awaited !== undefined) return;
  if (held !== undefined && sameExperiment(held.experiment, experiment)) {
    if (location.hash !== held.hash) replaceHash(held.hash);
    return;
  }
  held = undefined;
  const link = writeHash({ experiment: await encodeLink(experiment) });
  if (held === undefined && sameExperiment(experiment, currentExperiment()) && location.hash !== link)
    replaceHash(link);
}

/** Entries of the history that the studio wrote: going back to one goes to its screen and opens nothing. */
function replaceHash(hash: string): void {
  history.replaceState({ ...(history.state as object | null), studio: true }, '', hash);
}

/**
 * Whether the address only repeats what this tab last worked on: after a reload its document is newer than the address
 * may be. Phases and versions are more than a document says, and are opened again.
 * @param wasHere whether this tab had a document before it was loaded
 */
export function isEcho(wasHere: boolean): boolean {
  const parts = parseHash(location.hash);
  // What a tab wrote last into its entry of the history may be missing after a reload that came in the same moment.
  const isOwnAddress = isOwn(history.state) || (wasHere && isReload());
  return isOwnAddress && !(parts?.phases ?? parts?.version ?? parts?.model);
}

function isReload(): boolean {
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return navigation?.type === 'reload';
}

function isOwn(state: unknown): boolean {
  return (state as { readonly studio?: unknown } | null)?.studio === true;
}

/** The address of these parts, on this page's own origin. */
export function addressOf(parts: LinkParts): string {
  return `${location.origin}${location.pathname}${writeHash(parts)}`;
}

/** What the address holds, or undefined where that is nothing or has to be fetched. */
export function linked(): Promise<Result<Linked>> | undefined {
  const parts = parseHash(location.hash);
  return parts && !isNamed(parts) ? read(parts) : undefined;
}

/** What has to be looked for elsewhere. */
function isNamed({ share, model }: LinkParts): boolean {
  return share !== undefined || model !== undefined;
}

/** Begins to fetch what the address only names, if it does; to be called once the work on screen is back. */
export function openNamed(parts = parseHash(location.hash), hash = location.hash): void {
  if (parts?.share !== undefined) void fetchShared(parts.share, hash);
  else if (parts?.model !== undefined) void fetchModel(parts.model, hash);
}

/** Opens the live version of a model beside the work on screen. */
async function fetchModel(id: string, hash: string): Promise<void> {
  awaited = hash;
  const read = await awaiting(
    import('../models/model-link').then(({ readModelLink }) => readModelLink(id)),
  ).catch((thrown: unknown) => fail<Linked>(toFault(thrown)));
  if (awaited !== hash) return;
  awaited = undefined;
  openLinked(read, hash);
}

/** Fetches what a link names and shows it to be looked at; the work on screen stays until then, and after that too. */
async function fetchShared(name: string, hash: string): Promise<void> {
  awaited = hash;
  const isCurrent = (): boolean => awaited === hash;
  const shown = await awaiting(
    import('../share/open-shared').then(({ openShared }) => openShared(name, isCurrent)),
  ).catch((thrown: unknown) => {
    tell(toFault(thrown));
    return undefined;
  });
  if (!isCurrent()) return;
  awaited = undefined;
  held = shown && { experiment: shown, hash };
  void writeAddress(currentExperiment());
}

/** What was only looked at is no longer on screen, or has become the visitor's own. */
export function releaseAddress(): void {
  held = undefined;
  void writeAddress(currentExperiment());
}

async function read({ experiment, phases, version, open }: LinkParts): Promise<Result<Linked>> {
  if (experiment === undefined) return version === undefined ? fail(unknownVersion()) : find(version, open);
  const opened = await decodeLink(experiment);
  if (!opened.ok) return opened;
  const trained = phases === undefined ? undefined : await decodePhases(phases);
  // The experiment is worth opening without its phases.
  if (trained?.ok === false) tell(trained.fault);
  return ok({ experiment: opened.value, phases: trained?.ok ? trained.value : undefined, open });
}

/** A version that this browser keeps; the database is only opened when a link asks for one. */
async function find(id: string, open: string | undefined): Promise<Result<Linked>> {
  try {
    const { getVersion } = await import('../../library/store/versions');
    const found = await getVersion(id);
    if (found === undefined) return fail(unknownVersion());
    return ok({ experiment: found.experiment, phases: found.phases, open });
  } catch {
    return fail(unknownVersion());
  }
}

/**
 * Opens what was read beside the work on screen; says why not where it cannot be.
 * @param hash of the address it was read from
 */
export function openLinked(result: Result<Linked>, hash = location.hash): void {
  if (!result.ok) {
    tell(result.fault);
    void writeAddress(currentExperiment());
    return;
  }
  const { experiment, phases, open } = result.value;
  held = phases && { experiment, hash };
  replaceHash(hash);
  openAsDocument(experiment, phases);
  if (open !== undefined) void openPanel(open);
  void writeAddress(experiment);
}

/** Follows changes of the address, and of the phases it may hold; returns how to stop. */
export function followAddress(): () => void {
  // Comes at once, before anything else is written into the address; `hashchange` would be a moment late.
  const navigated = ({ state }: PopStateEvent): void => {
    const { hash } = location;
    if (isOwn(state)) {
      void writeAddress(currentExperiment());
      return;
    }
    const parts = parseHash(hash);
    if (parts === undefined) return;
    showScreen('chip');
    if (isNamed(parts)) openNamed(parts, hash);
    else void read(parts).then((result) => openLinked(result, hash));
  };
  const moved = (): void => {
    const isElsewhere = useRun.getState().step > 0 || usePhaseEdits.getState().edits.length > 0;
    if (held === undefined || isGuest() || !isElsewhere) return;
    held = undefined;
    void writeAddress(currentExperiment());
  };
  const changed = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void writeAddress(currentExperiment()), WRITE_AFTER_MS);
  };
  addEventListener('popstate', navigated);
  const stops = [useExperiment.subscribe(changed), useRun.subscribe(moved), usePhaseEdits.subscribe(moved)];
  void writeAddress(currentExperiment());
  return () => {
    clearTimeout(timer);
    removeEventListener('popstate', navigated);
    stops.forEach((stop) => stop());
  };
}

function tell(fault: Fault): void {
  notify('error', fault.message, { description: fault.fix, duration: Infinity, closeButton: true });
}

function unknownVersion(): Fault {
  return {
    code: 'studio/unknown-version',
    ...linkWords.unknownVersion,
    where: 'link',
  };
}
