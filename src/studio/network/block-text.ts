import type { Experiment } from '../../experiment/schema';
import { ACTIVATION_NAMES } from '../design/convolution/stage-card';
import type { StageSizes } from '../design/convolution/stage-sizes';
import { NONLINEARITY_NAMES } from '../design/describe';
import { MESHES } from '../design/mesh-kinds';
import { formatCount, formatPercent, significant } from '../format/si';
import { classesOf, datasetTitle, imageShapeOf } from '../state/dataset-names';
import { networkWords as words } from '../words/network';
import { layerFacts } from './facts';
import { outputField } from './transfer-curve';

/** What the canvas says about the parts of a network. Pure. */

/** A title and the line below it. */
export interface Caption {
  readonly title: string;
  readonly note: string;
}

export function encoderCaption({ encoder, task, modes }: Experiment): Caption {
  return { title: datasetTitle(task.dataset), note: inputText({ encoder, task, modes }) };
}

function inputText({ encoder, task, modes }: Pick<Experiment, 'encoder' | 'task' | 'modes'>): string {
  switch (encoder.kind) {
    case 'columns': {
      const how = encoder.modulation === 'phase' ? words.phase : words.amplitude;
      return `${words.inputs(encoder.columns.length)} ${how}`;
    }
    case 'fourier':
      return words.fourier(modes);
    case 'pixels':
      return words.pixels(modes);
    case 'image': {
      const { width, height, channels } = imageShapeOf(task.dataset);
      return words.image(width, height, channels);
    }
  }
}

export function readoutCaption(experiment: Experiment): Caption {
  const { readout, convolution } = experiment;
  const count = classesOf(experiment).length;
  const loss = readout.loss === 'mse' ? words.squaredError : words.crossEntropy;
  const head = convolution?.head === 'average' ? words.average : words.flatten;
  return {
    title: count === 0 ? words.ownClasses : words.classes(count),
    note: convolution === null ? loss : head,
  };
}

/** The layer's size and loss, or the stage's output. */
export function blockCaption(experiment: Experiment, index: number, sizes: StageSizes | undefined): Caption {
  const { layers, convolution } = experiment;
  const stage = convolution?.stages[index];
  if (stage !== undefined) {
    const size = sizes?.stages[index];
    return {
      title: words.stage(index + 1),
      note: size === undefined ? words.tooSmall : words.image(size.width, size.height, size.channels),
    };
  }
  const layer = layers[index];
  const facts = layer && layerFacts(experiment, layer);
  return {
    title: words.layer(index + 1),
    note:
      facts === undefined ? words.impossible : `${formatCount(facts.settings)} φ · ${lossText(facts.loss)}`,
  };
}

/** A block as a person would name it aloud. */
export function blockText({ layers, convolution, modes }: Experiment, index: number): string {
  const stage = convolution?.stages[index];
  if (stage !== undefined) {
    const { kernel, channels, activation } = stage;
    return words.stageText(index + 1, kernel, channels, ACTIVATION_NAMES[activation]);
  }
  const layer = layers[index];
  if (layer === undefined) return '';
  const { kind } = layer.nonlinearity;
  const nonlinearity = kind === 'none' ? words.linear : NONLINEARITY_NAMES[kind];
  return words.layerText(index + 1, MESHES[layer.mesh].name, modes, nonlinearity);
}

/** What lies behind a block's matrix; undefined where nothing does. */
export function responseName({ layers, convolution }: Experiment, index: number): string | undefined {
  const stage = convolution?.stages[index];
  if (stage !== undefined) return ACTIVATION_NAMES[stage.activation];
  const kind = layers[index]?.nonlinearity.kind;
  return kind === undefined || kind === 'none' ? undefined : NONLINEARITY_NAMES[kind];
}

/** All that a block does to size and loss, in one line. */
export function blockFacts(experiment: Experiment, index: number): string {
  const { layers, convolution } = experiment;
  const stage = convolution?.stages[index];
  if (stage !== undefined) {
    const { kernel, stride, pool } = stage;
    const parts = [
      words.patch(kernel),
      words.stride(stride),
      ACTIVATION_NAMES[stage.activation],
      words.pool[pool],
    ];
    return `${words.stage(index + 1)}: ${parts.filter((part) => part !== '').join(', ')}`;
  }
  const layer = layers[index];
  const facts = layer && layerFacts(experiment, layer);
  if (layer === undefined || facts === undefined) return words.impossible;
  const linear = words.layerFacts(
    words.layer(index + 1),
    formatCount(facts.interferometers),
    formatCount(facts.settings),
    formatCount(facts.columns),
  );
  const isLinear = layer.nonlinearity.kind === 'none';
  return [
    linear,
    lossText(facts.loss),
    ...(layer.gain === 1 ? [] : [words.gain((20 * Math.log10(layer.gain)).toFixed(1))]),
    ...(isLinear ? [] : [words.passes(formatPercent(outputField(layer.nonlinearity, 1) ** 2, 0))]),
  ].join(' · ');
}

export function lossText(decibels: number): string {
  return decibels === 0 ? words.lossless : words.loss(significant(decibels, 2));
}
