import type { PaperId } from '../../experiment/papers';
import { fftNet, gridNet } from '../../experiment/papers/fang';
import { cnnPapers } from '../../experiment/papers/cnn';
import { fengPaper } from '../../experiment/papers/feng';
import { ficonnPaper } from '../../experiment/papers/ficonn';
import { neurophoxPapers } from '../../experiment/papers/neurophox';
import { williamsonElectroOptic, williamsonLinear } from '../../experiment/papers/williamson';
import type { Experiment } from '../../experiment/schema';

/** What of a paper can be opened in the studio, to look inside and change it; a law of statistics cannot. */
export const PAPER_EXPERIMENTS: Readonly<Record<PaperId, readonly Experiment[]>> = {
  ficonn: [ficonnPaper.experiment],
  'neurophox-n36': [neurophoxPapers['neurophox-n36'].experiment],
  'neurophox-n64': [neurophoxPapers['neurophox-n64'].experiment],
  'neurophox-n144': [neurophoxPapers['neurophox-n144'].experiment],
  fang: [gridNet, fftNet],
  haar: [],
  williamson: [williamsonLinear, williamsonElectroOptic],
  feng: [fengPaper.experiment],
  'cnn-mnist': [cnnPapers['cnn-mnist'].experiment],
  'cnn-fashion': [cnnPapers['cnn-fashion'].experiment],
  'cnn-cifar': [cnnPapers['cnn-cifar'].experiment],
};
