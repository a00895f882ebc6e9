import { create } from 'zustand';
import type { Experiment } from '../../experiment/schema';
import { methodOf } from '../../experiment/usual-training';
import { usualFlaws } from '../../experiment/usual-flaws';
import { useExperiment } from '../state/experiment-store';
import { useRun } from '../state/run-store';
import { FLAWS } from './flaws';
import type { StudyKind, StudySettings } from './settings';

type SettingsOf<K extends StudyKind> = Extract<StudySettings, { kind: K }>;

/** What is typed into the studies' forms: only what differs from what they would suggest. */
interface Draft {
  readonly kind: StudyKind;
  readonly changed: { readonly [K in StudyKind]?: Partial<SettingsOf<K>> };
}

export const useDraft = create<Draft>()(() => ({ kind: 'monte-carlo', changed: {} }));

export function chooseStudy(kind: StudyKind): void {
  useDraft.setState({ kind });
}

/** What suggestions depend on. */
export interface Occasion {
  readonly experiment: Experiment;
  /** Of the chip as it is, 0 … 1; undefined before it was measured. */
  readonly accuracy: number | undefined;
  readonly testSamples: number;
}

/** Enough for a standard error of about a point, and quick. */
const SAMPLES = 1000;
const DIES = 100;
/** Points of accuracy that a good die may lose against the chip it was trained on. */
const LOST = 0.05;
const PASSES = 200_000;
/** Rate that suits SPSA on the vowels; other chips want others. */
const FORWARD_ONLY_RATE = 0.01;

/** Settings that a form begins with. */
export const SUGGESTED: {
  readonly [K in StudyKind]: (occasion: Occasion) => SettingsOf<K>;
} = {
  'monte-carlo': ({ experiment: { hardware }, testSamples }) => {
    const usual = usualFlaws(hardware.preset);
    const isFlawless = hardware.splitterError === 0 && hardware.phaseError === 0;
    return {
      kind: 'monte-carlo',
      dies: DIES,
      samples: Math.min(SAMPLES, testSamples),
      scope: { kind: 'all' },
      state: 'both',
      splitterError: isFlawless ? usual.splitterError : hardware.splitterError,
      phaseError: isFlawless ? usual.phaseError : hardware.phaseError,
    };
  },
  yield: ({ accuracy = 0.5, testSamples }) => ({
    kind: 'yield',
    flaw: 'splitterError',
    from: FLAWS.splitterError.from,
    to: FLAWS.splitterError.to,
    count: 6,
    dies: 50,
    samples: Math.min(SAMPLES, testSamples),
    threshold: Math.max(0.01, Math.round(100 * (accuracy - LOST)) / 100),
    scope: { kind: 'all' },
  }),
  sensitivity: ({ testSamples }) => ({
    kind: 'sensitivity',
    of: 'theta',
    error: 0.1,
    samples: Math.min(SAMPLES, testSamples),
  }),
  methods: ({ experiment: { training } }) => {
    const { method, learningRate } = training;
    const other =
      method.kind === 'backprop'
        ? { method: methodOf('spsa'), learningRate: FORWARD_ONLY_RATE }
        : { method: methodOf('backprop'), learningRate };
    return { kind: 'methods', methods: [{ method, learningRate }, other], passes: PASSES };
  },
  paper: () => ({ kind: 'paper', paper: 'haar' }),
};

/** The settings of one study and how to change some of them. */
export function useSettings<K extends StudyKind>(
  kind: K,
): readonly [SettingsOf<K>, (change: Partial<SettingsOf<K>>) => void] {
  const experiment = useExperiment((state) => state.experiment);
  const test = useRun((state) => state.test);
  const info = useRun((state) => state.info);
  const changed = useDraft((state) => state.changed[kind]);
  const occasion = {
    experiment,
    accuracy: test?.evaluation.accuracy,
    testSamples: info?.testSamples ?? SAMPLES,
  };
  const settings = { ...SUGGESTED[kind](occasion), ...changed };
  return [settings, (change) => changeDraft(kind, change)];
}

function changeDraft<K extends StudyKind>(kind: K, change: Partial<SettingsOf<K>>): void {
  useDraft.setState(({ changed }) => ({ changed: { ...changed, [kind]: { ...changed[kind], ...change } } }));
}
