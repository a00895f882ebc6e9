import {
  WILLIAMSON_GAP,
  williamsonElectroOptic,
  williamsonLinear,
} from '../../../experiment/papers/williamson';
import type { PaperStudy } from './paper-study';
import { trainPaper } from './train-paper';

/** The same network with and without its activation. */
export const williamsonStudy: PaperStudy = async (parts, report, signal) => {
  const train = async (experiment: typeof williamsonLinear, from: number): Promise<number> => {
    const share = { from, to: from + 0.5, text: experiment.name };
    const trained = await trainPaper(experiment, parts, report, signal, share);
    trained.session.dispose();
    return 100 * trained.evaluation.accuracy;
  };
  const linear = await train(williamsonLinear, 0);
  const active = await train(williamsonElectroOptic, 0.5);
  const seed = `seed ${williamsonLinear.seed}`;
  return [
    {
      name: 'Gain by the activation',
      target: `≥ ${WILLIAMSON_GAP}`,
      obtained: active - linear,
      unit: 'points',
      reached: active - linear >= WILLIAMSON_GAP,
      detail: `linear ${linear.toFixed(2)} %, electro-optic ${active.toFixed(2)} %; ${seed}`,
    },
  ];
};
