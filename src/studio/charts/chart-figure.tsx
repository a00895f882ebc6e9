import { useChartView } from '../state/chart-view';
import { useExperiment } from '../state/experiment-store';
import { chartWords as words } from '../words/charts';
import { ChartTitle } from './chart-title';
import { CurveTable } from './curve-table';
import type { ChartId } from './definitions';
import { CHARTS } from './definitions';
import { LiveChart } from './live-chart';

/** One chart with its title: the curves, or their numbers. */
export function ChartFigure({ id }: { readonly id: ChartId }) {
  const definition = CHARTS[id];
  const isTable = useChartView((state) => state.isTable);
  // Title and note say what the experiment is.
  useExperiment((state) => state.experiment);
  const axis = useChartView((state) => state.axis);
  const note = definition.note();
  return (
    <figure>
      <ChartTitle
        title={definition.title()}
        note={note === '' ? words.overAxis(words.axes[axis].name) : note}
      />
      {!isTable && <LiveChart definition={definition} />}
      <CurveTable definition={definition} />
    </figure>
  );
}
