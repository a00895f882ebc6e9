import '../styles/charts-live.css';
import { ChartFigure } from './chart-figure';
import { ChartTools } from './chart-tools';
import { ChangesTable } from './curve-table';

export function AccuracyChart() {
  return (
    <div className="chart-panel">
      <ChartTools canLog={false} canSmooth />
      <div className="charts">
        <ChartFigure id="accuracy" />
      </div>
      <ChangesTable />
    </div>
  );
}
