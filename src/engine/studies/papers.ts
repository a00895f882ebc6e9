import type { PaperId } from '../../experiment/papers';
import { cnnPapers } from '../../experiment/papers/cnn';
import { fengPaper } from '../../experiment/papers/feng';
import { ficonnPaper } from '../../experiment/papers/ficonn';
import { HAAR_SETTINGS } from '../../experiment/papers/haar';
import { neurophoxPapers } from '../../experiment/papers/neurophox';
import { accuracyStudy } from './papers/accuracy';
import { fangStudy } from './papers/fang';
import { haarStudy } from './papers/haar';
import type { PaperStudy } from './papers/paper-study';
import { williamsonStudy } from './papers/williamson';

/** How each published result is reproduced. */
export const PAPER_STUDIES: Readonly<Record<PaperId, PaperStudy>> = {
  ficonn: accuracyStudy(ficonnPaper),
  'neurophox-n36': accuracyStudy(neurophoxPapers['neurophox-n36']),
  'neurophox-n64': accuracyStudy(neurophoxPapers['neurophox-n64']),
  'neurophox-n144': accuracyStudy(neurophoxPapers['neurophox-n144']),
  fang: fangStudy,
  haar: haarStudy(HAAR_SETTINGS),
  williamson: williamsonStudy,
  feng: accuracyStudy(fengPaper),
  'cnn-mnist': accuracyStudy(cnnPapers['cnn-mnist']),
  'cnn-fashion': accuracyStudy(cnnPapers['cnn-fashion']),
  'cnn-cifar': accuracyStudy(cnnPapers['cnn-cifar']),
};
