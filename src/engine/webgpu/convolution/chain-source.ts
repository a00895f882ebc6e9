import activate from '../../../../shaders/lib/chain/activate.wgsl?raw';
import activateBack from '../../../../shaders/lib/chain/activate_back.wgsl?raw';
import power from '../../../../shaders/lib/chain/activation/power.wgsl?raw';
import relu from '../../../../shaders/lib/chain/activation/relu.wgsl?raw';
import saturableAbsorber from '../../../../shaders/lib/chain/activation/saturable_absorber.wgsl?raw';
import softplus from '../../../../shaders/lib/chain/activation/softplus.wgsl?raw';
import average from '../../../../shaders/lib/chain/average.wgsl?raw';
import averageBack from '../../../../shaders/lib/chain/average_back.wgsl?raw';
import chain from '../../../../shaders/lib/chain/chain.wgsl?raw';
import detect from '../../../../shaders/lib/chain/detect.wgsl?raw';
import detectBack from '../../../../shaders/lib/chain/detect_back.wgsl?raw';
import endBack from '../../../../shaders/lib/chain/end_back.wgsl?raw';
import flatten from '../../../../shaders/lib/chain/flatten.wgsl?raw';
import flattenBack from '../../../../shaders/lib/chain/flatten_back.wgsl?raw';
import largest from '../../../../shaders/lib/chain/largest.wgsl?raw';
import largestBack from '../../../../shaders/lib/chain/largest_back.wgsl?raw';
import normalise from '../../../../shaders/lib/chain/normalise.wgsl?raw';
import normaliseBack from '../../../../shaders/lib/chain/normalise_back.wgsl?raw';
import start from '../../../../shaders/lib/chain/start.wgsl?raw';
import type { ConvActivation } from '../../../learning/convolution/plan';
import { prefix } from '../kernel-spec';
import { LIBRARY } from '../shader-library';
import type { ChainStage } from './steps';

const ACTIVATIONS: Readonly<Record<ConvActivation['kind'], string>> = {
  relu,
  softplus,
  power,
  'saturable-absorber': saturableAbsorber,
};

/** What every kernel of a chain begins with. */
export function chainHead(stages: readonly ChainStage[]): string {
  const { expLog, grid, image, saturation } = LIBRARY;
  return [prefix({ CHAIN_ENDS: stages.length + 1 }), grid, image, expLog, saturation, chain].join('\n');
}

/** `value_0` to `value_n` of the stages. */
export function chainValues(stages: readonly ChainStage[]): string {
  return [named(start, 0), ...stages.map((stage, index) => named(valueOf(stage), index + 1))].join('\n');
}

/** `slope_n` down to `slope_m`, m the stages that are left on the way back. */
export function chainSlopes(stages: readonly ChainStage[], left: number): string {
  const back = stages.map((stage, index) => named(slopeOf(stage), index + 1));
  return [named(endBack, stages.length), ...back.slice(left)].join('\n');
}

/** Puts a stage's place into its names. */
function named(source: string, stage: number): string {
  return source
    .replaceAll(/\bOUT\b|(?<=_)OUT\b/g, `${stage}`)
    .replaceAll(/\bIN\b|(?<=_)IN\b/g, `${stage - 1}`);
}

function valueOf(stage: ChainStage): string {
  switch (stage.kind) {
    case 'normalise':
      return normalise;
    case 'activate':
      return `${ACTIVATIONS[stage.activation.kind]}\n${activate}`;
    case 'detect':
      return detect;
    case 'pool':
      return stage.mode === 'max' ? largest : average;
    case 'flatten':
      return flatten;
  }
}

function slopeOf(stage: ChainStage): string {
  switch (stage.kind) {
    case 'normalise':
      return normaliseBack;
    case 'activate':
      return activateBack;
    case 'detect':
      return detectBack;
    case 'pool':
      return stage.mode === 'max' ? largestBack : averageBack;
    case 'flatten':
      return flattenBack;
  }
}
