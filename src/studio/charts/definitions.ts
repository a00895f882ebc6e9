import { formatPercent, formatSi, significant } from '../format/si';
import { useTilesOnChip } from '../budget/use-budget';
import { HARDWARE_PROFILES } from '../../photonics/hardware';
import { chip } from '../state/chip';
import { stepsOf, useChartView } from '../state/chart-view';
import { currentExperiment } from '../state/experiment-store';
import { milliwattsPerRadian } from '../state/heater-power';
import { useRun } from '../state/run-store';
import { trainingLog } from '../state/training-log';
import { chartWords as words } from '../words/charts';
import type { Axis } from './axis';
import { axisOf } from './axis';
import type { ChartData, CurveSource, Reading } from './curves';
import { readCurve, readTraining } from './curves';

export const CHART_IDS = ['loss', 'gradient', 'accuracy', 'heaters'] as const;
export type ChartId = (typeof CHART_IDS)[number];

/** One curve of a chart. */
export interface Curve {
  readonly label: string;
  /** A token of the stylesheet. */
  readonly token: 'accent' | 'light' | 'muted' | 'text';
  readonly style: 'faint' | 'solid' | 'points';
}

/** A chart of the run on screen: what it shows, and how to read it from the training log now. */
export interface ChartDefinition {
  readonly id: ChartId;
  readonly title: () => string;
  /** What is drawn, besides over which axis. */
  readonly note: () => string;
  /** For those who do not see it. */
  readonly label: string;
  readonly curves: readonly Curve[];
  /** What the numbers of its first curve are. */
  readonly source: () => CurveSource;
  readonly read: (reading: Reading) => ChartData;
  readonly format: (value: number) => string;
  /** Fixed ends of the y axis; otherwise it starts at zero. */
  readonly range?: readonly [number, number];
  readonly canLog: boolean;
}

const TRAINED: readonly Curve[] = [
  { label: words.curves.batch, token: 'accent', style: 'faint' },
  { label: words.curves.train, token: 'accent', style: 'solid' },
  { label: words.curves.test, token: 'text', style: 'points' },
];

const perStep = (of: 'loss' | 'accuracy' | 'gradientNorm') => (): CurveSource => {
  const log = trainingLog[of];
  const { firstStep } = trainingLog;
  // The entry of step s is the loss before that update, drawn at s + 1 steps done.
  return { log, index: trainingLog.indexOf(log), stepOf: (entry) => firstStep + entry + 1 };
};

const loss = perStep('loss');
const accuracy = perStep('accuracy');
const gradient = perStep('gradientNorm');

/** Watts that the phases' heat takes. */
function heaters(): CurveSource {
  const { heat, heatSteps } = trainingLog;
  const { network } = chip;
  const tiles = useTilesOnChip.getState().count;
  const milliwatts = network === undefined ? 0 : milliwattsPerRadian(currentExperiment(), network, tiles);
  return {
    log: heat,
    index: trainingLog.indexOf(heat),
    stepOf: (entry) => heatSteps[entry] ?? Number.NaN,
    scale: milliwatts / 1000,
  };
}

const plain = (value: number): string => (value >= 100 ? value.toFixed(0) : significant(value));

export const CHARTS: Readonly<Record<ChartId, ChartDefinition>> = {
  loss: {
    id: 'loss',
    title: () => (isMse() ? words.meanSquares : `${words.crossEntropy}, ${words.nats}`),
    note: () => '',
    label: words.lossLabel,
    curves: TRAINED,
    source: loss,
    read: (reading) =>
      readTraining(loss(), reading, { points: trainingLog.reports, of: (report) => report.loss }),
    format: plain,
    canLog: true,
  },
  gradient: {
    id: 'gradient',
    title: () => words.gradient,
    note: () => words.gradientNote,
    label: words.gradientLabel,
    curves: [
      { label: words.curves.batch, token: 'muted', style: 'faint' },
      { label: words.curves.gradient, token: 'muted', style: 'solid' },
    ],
    source: gradient,
    read: (reading) => readTraining(gradient(), reading),
    format: plain,
    canLog: true,
  },
  accuracy: {
    id: 'accuracy',
    title: () => words.accuracy,
    note: () => words.accuracyNote,
    label: words.accuracyLabel,
    curves: TRAINED,
    source: accuracy,
    read: (reading) =>
      readTraining(accuracy(), reading, { points: trainingLog.reports, of: (report) => report.accuracy }),
    format: (value) => formatPercent(value, value === 0 || value === 1 ? 0 : 1),
    range: [0, 1],
    canLog: false,
  },
  heaters: {
    id: 'heaters',
    title: () => words.heaters,
    note: heatersNote,
    label: words.heatersLabel,
    curves: [{ label: words.curves.power, token: 'accent', style: 'solid' }],
    source: heaters,
    read: (reading) => readCurve(heaters(), reading),
    format: (watts) => formatSi(watts, 'W'),
    canLog: true,
  },
};

function isMse(): boolean {
  const { convolution, readout } = currentExperiment();
  return convolution === null && readout.loss === 'mse';
}

function heatersNote(): string {
  const { hardware, convolution } = currentExperiment();
  const note = words.heatersNote(HARDWARE_PROFILES[hardware.preset].name);
  return convolution === null ? note : note + words.heatersTiles(String(useTilesOnChip.getState().count));
}

/** The axis that charts are drawn over now. */
export function presentAxis(): Axis {
  const { axis } = useChartView.getState();
  return axisOf(axis, trainingLog.progress, useRun.getState().info?.stepsPerEpoch ?? 1);
}

export function presentReading(points: number): Reading {
  const { smoothing } = useChartView.getState();
  return { position: presentAxis().position, points, smoothing: stepsOf(smoothing) };
}
