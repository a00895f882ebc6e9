import { UNKNOWN, formatSi } from '../format/si';
import { useRun } from '../state/run-store';
import { budgetWords as words } from '../words/budget';

/** How fast this device simulates, kept apart from everything modelled. */
export function SimulatorSpeed() {
  const { samplesPerSecond, deviceTimePerStep, info } = useRun();
  return (
    <div className="simulator-speed" role="group" aria-label={words.simulatorSpeed.simulatorMeasured}>
      <h3>
        {words.simulatorSpeed.simulatorMeasured}{' '}
        <span className="muted">{words.simulatorSpeed.notTheChip}</span>
      </h3>
      <dl className="facts">
        <dt>{words.simulatorSpeed.trained}</dt>
        <dd>{formatSi(samplesPerSecond, '/s')}</dd>
        <dt>{words.simulatorSpeed.devicePerStep}</dt>
        <dd>{deviceTimePerStep === undefined ? UNKNOWN : formatSi(deviceTimePerStep / 1000, 's')}</dd>
        <dt>{words.simulatorSpeed.on}</dt>
        <dd>{info?.backendLabel ?? UNKNOWN}</dd>
      </dl>
      <p className="muted small">{words.simulatorSpeed.thisIsHowFastYour}</p>
    </div>
  );
}
