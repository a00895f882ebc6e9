import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toFault } from '../../../lib/fault';
import type { ConvCase } from '../../conv-conformance.fixture';
import { convPlanOf } from '../../conv-conformance.fixture';
import { openDevice } from '../adapter';
import { Gpu } from '../gpu';
import {
  chainBackwardKernel,
  chainKernel,
  chainRecallKernel,
  chainRunningKernel,
  chainScaleKernel,
  chainStatisticsKernel,
  chainSumsKernel,
  convAdjointKernel,
  convAssembleKernel,
  convBiasKernel,
  convForwardKernel,
  convJudgeKernel,
  convLossKernel,
  convOuterKernel,
  convReadKernel,
  convSampleKernel,
  convTakeKernel,
  convTilesKernel,
} from './conv-kernels';
import type { ChainStep } from './steps';
import { stepsOf } from './steps';

let gpu: Gpu;
beforeAll(async () => {
  gpu = new Gpu(await openDevice());
});
afterAll(() => {
  gpu.dispose();
});

const CHAINS: readonly ConvCase[] = [
  { stages: [{ activation: 'relu', pool: 'max' }], convolution: { head: 'average' } },
  { stages: [{ activation: 'softplus', pool: 'average' }] },
  { stages: [{ activation: 'saturable-absorber', normalise: false }] },
  { stages: [{ activation: 'power' }] },
  { stages: [{ activation: 'modulus', pool: 'max' }], convolution: { weights: 'complex' } },
];

/** Small workgroups, quick to compile on a software device; the wide ones run in convolution.device.test.ts. */
const THREADS = 4;
const TILE = { threadsDown: 2, threadsAcross: 2 };
const plan = convPlanOf({ stages: [{}] });

function chainKernels(step: ChainStep) {
  const end = step.normalise?.end;
  const both = [chainKernel(step), chainBackwardKernel(step)];
  if (end === undefined) return both;
  return [
    ...both,
    chainSumsKernel(step, end, THREADS),
    chainStatisticsKernel(step, end, THREADS),
    chainRecallKernel(step, end),
    chainRunningKernel(step, end),
    chainScaleKernel(step, end),
  ];
}

const specs = [
  convSampleKernel(),
  convReadKernel(),
  convTakeKernel(),
  convAssembleKernel(),
  convTilesKernel(),
  convForwardKernel(TILE),
  convAdjointKernel(TILE),
  convOuterKernel(TILE),
  convBiasKernel(THREADS),
  convLossKernel(plan),
  convJudgeKernel(plan),
  ...CHAINS.flatMap((chain) =>
    stepsOf(convPlanOf(chain)).flatMap((step) => (step.kind === 'chain' ? chainKernels(step) : [])),
  ),
];

describe('every kernel of convolutions becomes a pipeline', () => {
  it.each(specs)('$name', async (spec) => {
    const problem = await gpu.kernel(spec).then(
      () => undefined,
      (error: unknown) => toFault(error).cause,
    );
    expect(problem).toBeUndefined();
  });
});
