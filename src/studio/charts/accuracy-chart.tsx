import { trainingLog } from '../state/training-log';
import { ChartTitle } from './chart-title';
import { CurveTable } from './curve-table';
import { readCurves } from './curves';
import type { Curve } from './live-chart';
import { LiveChart } from './live-chart';

const CURVES: readonly Curve[] = [
  { label: 'batch', token: 'accent', style: 'faint' },
  { label: 'train', token: 'accent', style: 'solid' },
  { label: 'test', token: 'text', style: 'points' },
];
const RANGE = [0, 1] as const;
const format = (value: number): string => `${(100 * value).toFixed(value === 0 || value === 1 ? 0 : 1)} %`;
const read = (points: number) => readCurves(trainingLog.accuracy, points, (report) => report.accuracy);

export function AccuracyChart() {
  return (
    <div className="charts">
      <figure>
        <ChartTitle title="Accuracy" note="batches while training, the test set when it is evaluated" />
        <LiveChart
          label="Accuracy over optimiser steps"
          curves={CURVES}
          read={read}
          format={format}
          range={RANGE}
        />
        <CurveTable label="Accuracy over optimiser steps" log={trainingLog.accuracy} />
      </figure>
    </div>
  );
}
