import type { ConvPlan, ConvStage, ImageShape, TiledMatrix } from '../../../learning/convolution/plan';

export type Convolve = Extract<ConvStage, { kind: 'convolve' }>;
export type Normalise = Extract<ConvStage, { kind: 'normalise' }>;
export type ChainStage = Exclude<ConvStage, { kind: 'convolve' }>;

/** A linear stage with the places of its weights and tiles among those of all. */
export interface MatrixStep {
  readonly kind: 'matrix';
  readonly stage: Convolve;
  readonly firstWeight: number;
  readonly firstPart: number;
}

/** Stages between matrices that one kernel computes number by number. */
export interface ChainStep {
  readonly kind: 'chain';
  readonly stages: readonly ChainStage[];
  /** Its only normalisation, and after how many of its stages that gives its output. */
  readonly normalise: { readonly stage: Normalise; readonly end: number } | undefined;
}

export type ConvStep = MatrixStep | ChainStep;

/** A plan's stages as the device runs them. */
export function stepsOf(plan: ConvPlan): readonly ConvStep[] {
  const steps: ConvStep[] = [];
  let run: ChainStage[] = [];
  let firstWeight = 0;
  let firstPart = 0;
  const endRun = (): void => {
    if (run.length > 0) steps.push(chainOf(run));
    run = [];
  };
  for (const stage of plan.stages) {
    if (stage.kind === 'convolve') {
      endRun();
      steps.push({ kind: 'matrix', stage, firstWeight, firstPart });
      firstWeight += weightsOf(stage.matrix);
      firstPart += stage.matrix.blocks.length;
      continue;
    }
    // A second one would need statistics of what the first one gives.
    if (stage.kind === 'normalise' && run.some(({ kind }) => kind === 'normalise')) endRun();
    run.push(stage);
  }
  endRun();
  return steps;
}

function chainOf(stages: readonly ChainStage[]): ChainStep {
  const index = stages.findIndex(({ kind }) => kind === 'normalise');
  const stage = stages[index];
  return {
    kind: 'chain',
    stages,
    normalise: stage?.kind === 'normalise' ? { stage, end: index + 1 } : undefined,
  };
}

export function weightsOf({ rows, columns }: TiledMatrix): number {
  return rows * columns;
}

/** What a step gives. */
export function outputOf(step: ConvStep): ImageShape {
  if (step.kind === 'matrix') return step.stage.output;
  const last = step.stages[step.stages.length - 1];
  if (last === undefined) throw new RangeError('a chain without stages');
  return 'output' in last ? last.output : last.input;
}
