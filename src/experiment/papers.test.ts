import { describe, expect, it } from 'vitest';
import { PAPERS, PAPER_IDS } from './papers';
import { fftNet, gridNet } from './papers/fang';
import { cnnPapers } from './papers/cnn';
import { fengPaper } from './papers/feng';
import { ficonnPaper } from './papers/ficonn';
import { neurophoxPapers } from './papers/neurophox';
import { williamsonElectroOptic, williamsonLinear } from './papers/williamson';
import { validateExperiment } from './validate';

describe('published results', () => {
  it('each say where they come from', () => {
    for (const id of PAPER_IDS) {
      const { title, source, published, note } = PAPERS[id];
      for (const text of [title, source, published, note]) expect(text.length).toBeGreaterThan(8);
    }
  });

  it.each(
    [
      gridNet,
      fftNet,
      williamsonLinear,
      williamsonElectroOptic,
      ...[fengPaper, ficonnPaper, ...Object.values(neurophoxPapers), ...Object.values(cnnPapers)].map(
        ({ experiment }) => experiment,
      ),
    ].map((experiment) => [experiment.name, experiment] as const),
  )('are documents that open: %s', (_, experiment) => {
    expect(validateExperiment(experiment)).toEqual({ ok: true, value: experiment });
  });
});
