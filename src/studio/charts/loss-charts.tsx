import { significant } from '../format/si';
import { trainingLog } from '../state/training-log';
import { useExperiment } from '../state/experiment-store';
import { ChartTitle } from './chart-title';
import { CurveTable } from './curve-table';
import { readCurves } from './curves';
import type { Curve } from './live-chart';
import { LiveChart } from './live-chart';

const LOSS: readonly Curve[] = [
  { label: 'batch', token: 'accent', style: 'faint' },
  { label: 'train', token: 'accent', style: 'solid' },
  { label: 'test', token: 'text', style: 'points' },
];
const GRADIENT: readonly Curve[] = [
  { label: 'batch', token: 'muted', style: 'faint' },
  { label: '|∇|', token: 'muted', style: 'solid' },
];
const format = (value: number): string => (value >= 100 ? value.toFixed(0) : significant(value));
const readLoss = (points: number) => readCurves(trainingLog.loss, points, (report) => report.loss);
const readGradient = (points: number) => readCurves(trainingLog.gradientNorm, points);

export function LossCharts() {
  const loss = useExperiment((state) => state.experiment.readout.loss);
  return (
    <div className="charts charts-two">
      <figure>
        <ChartTitle
          title={loss === 'mse' ? 'Mean squared error' : 'Cross-entropy, nats'}
          note="over optimiser steps"
        />
        <LiveChart label="Loss over optimiser steps" curves={LOSS} read={readLoss} format={format} />
        <CurveTable label="Loss over optimiser steps" log={trainingLog.loss} />
      </figure>
      <figure>
        <ChartTitle title="Gradient norm" note="2-norm over all phases" />
        <LiveChart
          label="Gradient norm over optimiser steps"
          curves={GRADIENT}
          read={readGradient}
          format={format}
        />
        <CurveTable label="Gradient norm over optimiser steps" log={trainingLog.gradientNorm} />
      </figure>
    </div>
  );
}
