import '../styles/charts-live.css';
import { ChartFigure } from './chart-figure';
import { ChartTools } from './chart-tools';
import { ChangesTable } from './curve-table';

/** What the phases' heaters take while training moves them. */
export function HeaterChart() {
  return (
    <div className="chart-panel">
      <ChartTools canLog canSmooth={false} />
      <div className="charts">
        <ChartFigure id="heaters" />
      </div>
      <ChangesTable />
    </div>
  );
}
