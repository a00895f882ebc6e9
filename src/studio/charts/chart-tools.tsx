import { Label, Slider, SliderThumb, SliderTrack } from 'react-aria-components';
import { runCommand } from '../commands/registry';
import { formatCount } from '../format/si';
import { Button } from '../parts/button';
import { Choice } from '../parts/choice';
import { Toggle } from '../parts/toggle';
import { CHART_AXES, SMOOTHINGS, stepsOf, useChartView } from '../state/chart-view';
import { chartWords as words } from '../words/charts';

const AXES = CHART_AXES.map((id) => ({ id, name: words.axes[id].name }));

/** How curves are drawn: over what, on which scale, how smooth; or as numbers; and to keep. */
export function ChartTools({ canLog, canSmooth }: { readonly canLog: boolean; readonly canSmooth: boolean }) {
  const { axis, isLog, isTable } = useChartView();
  return (
    <div className="chart-tools" role="group" aria-label={words.tools}>
      <Choice
        label={words.over}
        value={axis}
        options={AXES}
        onChange={(next) => useChartView.setState({ axis: next })}
      />
      {canLog && <Toggle label={words.logScale} isOn={isLog} onChange={() => runCommand('chartLog')} />}
      {canSmooth && <Smoothing />}
      <Toggle label={words.asTable} isOn={isTable} onChange={() => runCommand('chartTable')} />
      <span className="chart-tools-end">
        <Button kind="quiet" label={words.commands.png} onPress={() => runCommand('chartPng')}>
          {words.png}
        </Button>
        <Button kind="quiet" label={words.commands.svg} onPress={() => runCommand('chartSvg')}>
          {words.svg}
        </Button>
      </span>
    </div>
  );
}

function Smoothing() {
  const smoothing = useChartView((state) => state.smoothing);
  const steps = stepsOf(smoothing);
  const text = words.smoothingOver(formatCount(steps), steps === 1);
  return (
    <Slider
      className="slider"
      value={smoothing}
      minValue={0}
      maxValue={SMOOTHINGS.length - 1}
      onChange={(next) => useChartView.setState({ smoothing: next })}
    >
      <Label>{words.smoothing}</Label>
      <SliderTrack className="slider-track">
        <SliderThumb className="slider-thumb" aria-valuetext={text} />
      </SliderTrack>
      <span className="slider-value muted tabular">{text}</span>
    </Slider>
  );
}
