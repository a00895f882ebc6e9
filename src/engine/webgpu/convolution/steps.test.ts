import { expect, it } from 'vitest';
import { PLAIN_STAGE, convPlan } from '../../../learning/convolution/convolution.fixture';
import type { ConvStage } from '../../../learning/convolution/plan';
import { outputOf, stepsOf, weightsOf } from './steps';

it('gathers what lies between matrices, and counts weights and tiles', () => {
  const stages = [PLAIN_STAGE, { ...PLAIN_STAGE, pool: 'max' as const }];
  const plan = convPlan({ stages, hidden: 5 });
  const steps = stepsOf(plan);
  expect(steps.map(({ kind }) => kind)).toEqual([
    'matrix',
    'chain',
    'matrix',
    'chain',
    'matrix',
    'chain',
    'matrix',
  ]);
  let weights = 0;
  let parts = 0;
  for (const step of steps) {
    if (step.kind !== 'matrix') continue;
    expect([step.firstWeight, step.firstPart]).toEqual([weights, parts]);
    weights += weightsOf(step.stage.matrix);
    parts += step.stage.matrix.blocks.length;
  }
  expect(steps[3]).toMatchObject({
    normalise: { end: 1 },
    stages: [{}, {}, { kind: 'pool' }, { kind: 'flatten' }],
  });
  const last = steps[steps.length - 1];
  expect(last && outputOf(last)).toEqual({ channels: plan.classes, height: 1, width: 1 });
});

it('never puts two normalisations into one chain', () => {
  const plan = convPlan();
  const extra = plan.stages.flatMap((stage): ConvStage[] =>
    stage.kind === 'normalise' ? [stage, stage] : [stage],
  );
  const steps = stepsOf({ ...plan, stages: extra });
  expect(steps.slice(0, 4).map((step) => (step.kind === 'chain' ? step.stages.length : 0))).toEqual([
    0, 1, 4, 0,
  ]);
});
