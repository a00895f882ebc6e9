import { encodeLink } from '../../experiment/link';
import { LINK_CHARACTERS } from '../../experiment/link-hash';
import { encodePhases } from '../../experiment/link-phases';
import type { Experiment } from '../../experiment/schema';
import { saveVersion } from '../../library/store/versions';
import { useDocument } from '../documents/document-store';
import { chip } from '../state/chip';
import { currentExperiment } from '../state/experiment-store';
import { addressOf } from '../state/link-address';
import { hasOwnPhases } from '../state/own-phases';
import { useRun } from '../state/run-store';

/**
 * What a link can hold. `experiment`: what is to be trained. `phases`: the trained phases too, rounded to 16 bits.
 * `version`: nothing but the name of a version in this browser, with its exact phases. `share`: where everything lies
 * encrypted in the cloud, and what opens it.
 */
export type LinkKind = 'experiment' | 'phases' | 'version' | 'share';

/** The links that can be made of what is on screen. */
export interface Links {
  readonly experiment: string;
  /** Undefined where there is none; `tooLong` is how many characters it would take. */
  readonly phases: string | undefined;
  readonly tooLong: number | undefined;
  /** Why there are none to go along, if so. */
  readonly without: 'untrained' | 'convolution' | undefined;
  readonly count: number;
  readonly step: number;
}

export async function linksOfScreen(): Promise<Links> {
  const experiment = currentExperiment();
  const text = await encodeLink(experiment);
  const plain = addressOf({ experiment: text });
  const without = reasonAgainst(experiment);
  const { step } = useRun.getState();
  const base = { experiment: plain, without, count: chip.parameters.length, step };
  if (without !== undefined) return { ...base, phases: undefined, tooLong: undefined };
  const packed = await encodePhases({ parameters: chip.parameters, step });
  const whole = addressOf({ experiment: text, phases: packed });
  const fits = whole.length <= LINK_CHARACTERS;
  return { ...base, phases: fits ? whole : undefined, tooLong: fits ? undefined : whole.length };
}

/** A convolution's numbers are not all angles, and too many for any link. */
function reasonAgainst({ convolution }: Experiment): Links['without'] {
  if (!hasOwnPhases()) return 'untrained';
  return convolution === null ? undefined : 'convolution';
}

/** Keeps what is on screen as a version of this browser, and names it; rejects where it cannot be kept. */
export async function linkToVersion(title: string): Promise<string> {
  const { step, test } = useRun.getState();
  const isTrained = hasOwnPhases();
  const { id } = await saveVersion({
    document: useDocument.getState().id,
    createdAt: Date.now(),
    kind: 'named',
    title,
    experiment: currentExperiment(),
    phases: isTrained ? { parameters: chip.parameters.slice(), step } : undefined,
    accuracy: test?.step === step ? test.evaluation.accuracy : undefined,
  });
  return addressOf({ version: id });
}
