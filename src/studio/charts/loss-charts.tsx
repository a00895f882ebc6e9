import '../styles/charts-live.css';
import { ChartFigure } from './chart-figure';
import { ChartTools } from './chart-tools';
import { ChangesTable } from './curve-table';

/** Loss beside the gradient's size. */
export function LossCharts() {
  return (
    <div className="chart-panel">
      <ChartTools canLog canSmooth />
      <div className="charts charts-two">
        <ChartFigure id="loss" />
        <ChartFigure id="gradient" />
      </div>
      <ChangesTable />
    </div>
  );
}
