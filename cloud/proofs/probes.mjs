import { auditProbes } from './probes/audit.mjs';
import { modelReadProbes } from './probes/model-reads.mjs';
import { modelProbes } from './probes/models.mjs';
import { peopleProbes } from './probes/people.mjs';
import { roleProbes } from './probes/roles.mjs';
import { shareProbes } from './probes/shares.mjs';
import { ticketProbes } from './probes/tickets.mjs';
import { versionProbes } from './probes/versions.mjs';
import { workspaceProbes } from './probes/workspaces.mjs';

/** @typedef {import('./probe-list.mjs').Probe} Probe */

export const probes = [
  ...peopleProbes,
  ...ticketProbes,
  ...modelReadProbes,
  ...modelProbes,
  ...versionProbes,
  ...shareProbes,
  ...workspaceProbes,
  ...auditProbes,
  ...roleProbes,
];

/** Questions at once: the emulator answers several in parallel. */
const most = 8;

/** @typedef {{ probe: Probe, told: string }} WrongAnswer */

/**
 * Poses probes and tells those that were answered wrongly.
 * @param {import('./rest.mjs').RestFirestore} firestore
 * @param {Iterable<Probe>} asked in order of interest
 * @param {{ first?: boolean, together?: number }} [options] `first`: stops at the first; `together`: questions at once
 */
export async function wrongAnswers(firestore, asked, { first = false, together = most } = {}) {
  /** @type {WrongAnswer[]} */
  const wrong = [];
  const waiting = [...asked];
  const worker = async () => {
    for (let probe = waiting.shift(); probe !== undefined; probe = waiting.shift()) {
      if (first && wrong.length > 0) return;
      const told = await answer(firestore, probe);
      if (told !== undefined) wrong.push({ probe, told });
    }
  };
  await Promise.all(Array.from({ length: together }, worker));
  return wrong;
}

/**
 * @param {import('./rest.mjs').RestFirestore} firestore
 * @param {Probe} probe
 * @returns {Promise<string | undefined>} what was wrong
 */
async function answer(firestore, probe) {
  const { by, ask, seeds } = probe.pose();
  try {
    await firestore.seed(seeds);
    const { isAllowed, text } = await firestore.ask(ask, by);
    if (isAllowed === probe.isAllowed) return undefined;
    return `${probe.name}: ${isAllowed ? 'allowed' : `denied, ${text.replace(/\s+/g, ' ').slice(0, 300)}`}`;
  } catch (error) {
    throw new Error(`The probe "${probe.name}" could not be posed: ${String(error)}`, { cause: error });
  }
}
