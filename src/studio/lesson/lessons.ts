import { ficonnVowels } from '../../experiment/presets';
import { fourierOfFour, oneInterferometer } from '../../experiment/presets-chips';
import { williamsonElectroOptic, williamsonLinear } from '../../experiment/papers/williamson';
import type { Experiment } from '../../experiment/schema';
import { layerMatrix } from '../../learning/layer-matrix';
import { dft } from '../../photonics/programming/matrix-sources';
import { programMatrix } from '../../photonics/programming/program';
import { currentTarget } from '../program/compute';
import { changesFor } from '../program/set-phases';
import { bringPhases } from '../state/carry-phases';
import { chip } from '../state/chip';
import { currentExperiment, editExperiment } from '../state/experiment-store';
import { showSection } from '../design/show-setting';
import { openPanel } from '../state/open-panel';
import { editParameter, editParameters } from '../state/phase-edit';
import { toggleTraining } from '../state/run-control';
import { useRun } from '../state/run-store';
import { selectMzi, useView } from '../state/view';
import type { LessonId } from './lesson-store';

/** Places that a step can point at; lesson.css draws the outline. */
export type Part = 'details' | 'player' | 'design';

/** One thing to do. Whether it is done is read off the studio's state, however it was done. */
export interface Step {
  /** Key of its words. */
  readonly id: string;
  /** What it is done on, put on screen when `fits` says that something else is there. */
  readonly experiment: Experiment;
  readonly fits: (experiment: Experiment) => boolean;
  readonly part: Part;
  /** Opens what is needed. */
  readonly show: () => void;
  readonly isDone: () => boolean;
  readonly doIt: () => void;
}

/** Far enough to be seen, radians. */
const TURN = 0.3;
/** Splitter error that a chip trained without it clearly suffers from, radians. */
const BREAKING = 0.2;
const LEARNT = 0.9;

const showMesh = (): void => useView.setState({ screen: 'chip', phoneTab: 'mesh' });

const isVowelChip = ({ task, modes, layers }: Experiment): boolean =>
  task.dataset === 'hillenbrand' && modes === 6 && layers.length === 3;
const isBroken = ({ hardware }: Experiment): boolean => hardware.splitterError >= BREAKING / 2;

/** The test accuracy of the phases on screen, once it was measured. */
function accuracy(): number {
  const { test, state } = useRun.getState();
  return state === 'opening' || test === undefined ? 0 : test.evaluation.accuracy;
}

function theta(): { readonly offset: number; readonly value: number; readonly seed: number } | undefined {
  const { network, parameters } = chip;
  if (network?.kind !== 'coherent') return undefined;
  const offset = network.layers[0]?.mesh.thetaOffset ?? 0;
  return { offset, value: parameters[offset] ?? 0, seed: network.initial[offset] ?? 0 };
}

function trainNow(): void {
  if (useRun.getState().state !== 'running') void toggleTraining();
}

/** |tr(F†·M)|/N of the first layer: 1 where it is the Fourier matrix up to a common phase. */
function fourierOverlap(): number {
  const { network, parameters } = chip;
  const layer = network?.kind === 'coherent' ? network.layers[0] : undefined;
  if (network?.kind !== 'coherent' || layer === undefined) return 0;
  const wanted = dft(network.modes);
  const { re, im } = layerMatrix(layer, parameters).matrix;
  let traceRe = 0;
  let traceIm = 0;
  wanted.re.forEach((real, k) => {
    const imaginary = wanted.im[k] ?? 0;
    traceRe += real * (re[k] ?? 0) + imaginary * (im[k] ?? 0);
    traceIm += real * (im[k] ?? 0) - imaginary * (re[k] ?? 0);
  });
  return Math.hypot(traceRe, traceIm) / network.modes;
}

function programFourier(): void {
  const target = currentTarget();
  if (target === undefined) return;
  const programmed = programMatrix({
    rows: target.size,
    columns: target.size,
    matrix: dft(target.size),
    mesh: 'rectangular',
    modes: target.size,
    form: 'u',
    flaws: undefined,
  });
  const changes = programmed.ok ? changesFor(target, programmed.value) : programmed;
  if (changes.ok) editParameters(changes.value);
}

/** Another die under the same phases. */
function breakChip(): void {
  const experiment = currentExperiment();
  const broken = { ...experiment, hardware: { ...experiment.hardware, splitterError: BREAKING } };
  bringPhases(broken, { parameters: chip.parameters.slice(), step: useRun.getState().step });
  editExperiment(broken);
}

const interferometer: Step = {
  id: 'interferometer',
  experiment: oneInterferometer,
  fits: ({ modes, layers }) => modes === 2 && layers.length === 1,
  part: 'details',
  show: () => {
    showMesh();
    selectMzi({ section: chip.layout?.sections.findIndex(({ kind }) => kind === 'mesh') ?? 0, index: 0 });
  },
  isDone: () => {
    const now = theta();
    return now !== undefined && Math.abs(now.value - now.seed) > TURN;
  },
  doIt: () => {
    const now = theta();
    if (now !== undefined) editParameter(now.offset, now.value > Math.PI / 2 ? 0 : Math.PI);
  },
};

const matrix: Step = {
  id: 'matrix',
  experiment: fourierOfFour,
  fits: ({ modes, layers }) => modes === 4 && layers.length === 1,
  part: 'details',
  show: () => void openPanel('program.dft'),
  isDone: () => fourierOverlap() > 0.999,
  doIt: programFourier,
};

const train: Step = {
  id: 'train',
  experiment: ficonnVowels,
  fits: (experiment) => isVowelChip(experiment) && !isBroken(experiment),
  part: 'player',
  show: showMesh,
  isDone: () => accuracy() >= LEARNT && !isBroken(currentExperiment()),
  doIt: trainNow,
};

const breakIt: Step = {
  id: 'break',
  experiment: ficonnVowels,
  fits: isVowelChip,
  part: 'design',
  show: () => showSection('hardware'),
  isDone: () =>
    isBroken(currentExperiment()) &&
    accuracy() > 0 &&
    chip.network !== undefined &&
    chip.parameters !== chip.network.initial,
  doIt: breakChip,
};

const fix: Step = {
  id: 'fix',
  experiment: { ...ficonnVowels, hardware: { ...ficonnVowels.hardware, splitterError: BREAKING } },
  fits: (experiment) => isVowelChip(experiment) && isBroken(experiment),
  part: 'player',
  show: showMesh,
  isDone: () => accuracy() >= LEARNT && isBroken(currentExperiment()) && useRun.getState().step > 0,
  doIt: trainNow,
};

const generated = (experiment: Experiment): Experiment => ({
  ...experiment,
  task: { ...experiment.task, source: 'generated' },
  training: { ...experiment.training, epochs: 10 },
});
const isDeep = ({ task, modes, layers }: Experiment): boolean =>
  task.dataset === 'mnist' && modes === 16 && layers.length === 3;
const isLinear = ({ layers }: Experiment): boolean =>
  layers.every(({ nonlinearity }) => nonlinearity.kind === 'none');
const hasTrained = (): boolean => {
  const { step, info, state } = useRun.getState();
  return info !== undefined && step >= info.totalSteps && state !== 'opening';
};
const linearDigits = generated(williamsonLinear);
const deepDigits = generated(williamsonElectroOptic);

const linear: Step = {
  id: 'linear',
  experiment: linearDigits,
  fits: (experiment) => isDeep(experiment) && isLinear(experiment),
  part: 'player',
  show: showMesh,
  isDone: () => isLinear(currentExperiment()) && hasTrained(),
  doIt: trainNow,
};

const activation: Step = {
  id: 'activation',
  experiment: linearDigits,
  fits: isDeep,
  part: 'design',
  show: () => useView.setState({ screen: 'chip', phoneTab: 'design' }),
  isDone: () => !isLinear(currentExperiment()),
  doIt: () => void editExperiment({ ...currentExperiment(), layers: deepDigits.layers }),
};

const deep: Step = {
  id: 'deep',
  experiment: deepDigits,
  fits: (experiment) => isDeep(experiment) && !isLinear(experiment),
  part: 'player',
  show: showMesh,
  isDone: () => !isLinear(currentExperiment()) && hasTrained(),
  doIt: trainNow,
};

export const LESSONS: Readonly<Record<LessonId, readonly Step[]>> = {
  tour: [interferometer, matrix, train, breakIt, fix],
  depth: [linear, activation, deep],
};
