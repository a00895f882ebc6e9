import { photonicCnnCifar, photonicCnnFashion, photonicCnnMnist } from '../experiment/convolution-presets';
import type { Experiment } from '../experiment/schema';
import type { Bench } from './row';
import { describe, train } from './train';

/** Limit of the CIFAR-10 run on two cores, loading included. */
const CIFAR_SECONDS = 20 * 60;

/** A preset's accuracy on its test set, trained through the page's own engine on all cores of the processor. */
function accuracyOf(
  id: string,
  what: string,
  experiment: Experiment,
  goal: number,
  seconds = Infinity,
): Bench {
  return {
    id,
    what,
    unit: '%',
    goal: { kind: 'at-least', value: goal },
    async run() {
      const trained = await train(experiment);
      return {
        value: 100 * trained.accuracy,
        holds: trained.seconds <= seconds,
        detail: `${trained.seconds.toFixed(0)} s on ${navigator.hardwareConcurrency} cores; ${describe(trained)}`,
      };
    },
  };
}

export const CONVOLUTION_BENCHES: readonly Bench[] = [
  accuracyOf(
    'accuracy.cnn.mnist',
    'photonic CNN on tiled U·Σ·V† meshes, MNIST; 10,000 test images',
    photonicCnnMnist,
    99,
  ),
  accuracyOf(
    'accuracy.cnn.fashion',
    'photonic CNN on tiled U·Σ·V† meshes, Fashion-MNIST; 10,000 test images',
    photonicCnnFashion,
    90,
  ),
  accuracyOf(
    'accuracy.cnn.cifar',
    'photonic CNN on tiled U·Σ·V† meshes, CIFAR-10, within 20 minutes; 9,979 test images',
    photonicCnnCifar,
    68,
    CIFAR_SECONDS,
  ),
];
