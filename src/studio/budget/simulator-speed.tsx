import { UNKNOWN, formatSi } from '../format/si';
import { useRun } from '../state/run-store';

/** How fast this device simulates, kept apart from everything modelled. */
export function SimulatorSpeed() {
  const { samplesPerSecond, deviceTimePerStep, info } = useRun();
  return (
    <div className="simulator-speed" role="group" aria-label="Simulator, measured">
      <h3>
        Simulator, measured <span className="muted">not the chip</span>
      </h3>
      <dl className="facts">
        <dt>Trained</dt>
        <dd>{formatSi(samplesPerSecond, '/s')}</dd>
        <dt>Device, per step</dt>
        <dd>{deviceTimePerStep === undefined ? UNKNOWN : formatSi(deviceTimePerStep / 1000, 's')}</dd>
        <dt>On</dt>
        <dd>{info?.backendLabel ?? UNKNOWN}</dd>
      </dl>
      <p className="muted small">
        This is how fast your device simulates and trains the network. It says nothing about the chip’s speed.
      </p>
    </div>
  );
}
