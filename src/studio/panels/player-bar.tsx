import { Gauge, Pause, Play, RotateCcw, StepForward } from 'lucide-react';
import { ProgressBar } from 'react-aria-components';
import { formatClock, formatCount, formatPercent, formatSi } from '../format/si';
import { CommandButton, CommandIcon } from '../parts/button';
import { Choice } from '../parts/choice';
import { useIsPhone } from '../parts/use-is-phone';
import { useExperiment } from '../state/experiment-store';
import { PACES, choosePace } from '../state/pace';
import { usePreferences } from '../state/preferences';
import { timeLeft, useRun } from '../state/run-store';
import { epochOf } from './epoch';
import { describeLoading } from './describe-loading';

/** Start, stop, and how far. */
export function PlayerBar() {
  const run = useRun();
  const experiment = useExperiment((state) => state.experiment);
  const pace = usePreferences((state) => state.pace);
  const isPhone = useIsPhone();
  const total = run.info?.totalSteps ?? 0;
  const fraction = total > 0 ? Math.min(1, run.step / total) : 0;
  const left = timeLeft(run);
  const epochs = experiment.training.epochs;
  const epoch = epochOf(run.step, run.info?.stepsPerEpoch ?? 1, epochs);
  return (
    <section className="player" aria-label="Training">
      <div className="player-buttons">
        <CommandButton id="toggle" kind="primary" icon={run.state === 'running' ? <Pause /> : <Play />} />
        <CommandIcon id="step" icon={<StepForward />} />
        {isPhone ? (
          <>
            <CommandIcon id="reset" icon={<RotateCcw />} />
            <CommandIcon id="pace" icon={<Gauge />} />
          </>
        ) : (
          <CommandButton id="reset" kind="quiet" icon={<RotateCcw />} />
        )}
      </div>
      <ProgressBar
        className="progress"
        aria-label="Training progress"
        value={100 * fraction}
        isIndeterminate={run.state === 'opening'}
      >
        <div className="progress-text tabular">
          <span>
            {run.info
              ? `Epoch ${formatCount(epoch)}${isPhone ? '/' : ' of '}${formatCount(epochs)}`
              : describeLoading(run)}
          </span>
          {run.info && !(isPhone && run.state !== 'running') && (
            <span className="muted">
              {run.state === 'running' && left !== undefined
                ? `${formatClock(left)}${isPhone ? '' : ' left'}`
                : `step ${formatCount(run.step)} of ${formatCount(total)}`}
            </span>
          )}
          {!isPhone && <span className="progress-percent">{run.info ? formatPercent(fraction, 0) : ''}</span>}
        </div>
        <div className="progress-track">
          <div className="progress-fill" style={{ transform: `scaleX(${fraction})` }} />
        </div>
      </ProgressBar>
      {!isPhone && (
        <div className="player-pace">
          <span className="muted">
            <span aria-hidden>Speed</span>
            {run.slowed && ', slowed to watch'}
          </span>
          <Choice label="Speed" hideLabel value={pace} options={PACES} onChange={choosePace} />
        </div>
      )}
      {!isPhone && (
        <dl className="player-facts tabular">
          <div>
            <dt>Trained</dt>
            <dd>{formatSi(run.samplesPerSecond, '/s')}</dd>
          </div>
          {run.deviceTimePerStep === undefined ? null : (
            <div>
              <dt>Device</dt>
              <dd>
                {formatSi(run.deviceTimePerStep / 1000, 's')}
                <span className="muted"> /step</span>
              </dd>
            </div>
          )}
          <div title="Samples that light has carried through the chip for training">
            <dt>Chip passes</dt>
            <dd>{formatSi(run.chipPasses, '')}</dd>
          </div>
        </dl>
      )}
    </section>
  );
}
