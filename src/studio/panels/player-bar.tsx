import { Gauge, Pause, Play, RotateCcw, StepForward } from 'lucide-react';
import { runCommand } from '../commands/registry';
import { formatCount, formatPercent, formatSi } from '../format/si';
import { CommandButton, CommandIcon } from '../parts/button';
import { ChoiceLater } from '../parts/choice-later';
import { useIsPhone } from '../parts/use-is-phone';
import { useExperiment } from '../state/experiment-store';
import { PACES, choosePace } from '../state/pace';
import { usePreferences } from '../state/preferences';
import { useRun } from '../state/run-store';
import { trainingWords as words } from '../words/training';
import { epochOf } from './epoch';
import { describeLoading } from './describe-loading';
import { describeTimeLeft } from './describe-time-left';

/** Start, stop, and how far. */
export function PlayerBar() {
  const run = useRun();
  const experiment = useExperiment((state) => state.experiment);
  const pace = usePreferences((state) => state.pace);
  const isPhone = useIsPhone();
  const total = run.info?.totalSteps ?? 0;
  const fraction = total > 0 ? Math.min(1, run.step / total) : 0;
  const epochs = experiment.training.epochs;
  const epoch = epochOf(run.step, run.info?.stepsPerEpoch ?? 1, epochs);
  return (
    <section className="player" aria-label={words.region}>
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
      <div
        className="progress"
        role="progressbar"
        aria-label={words.progress}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={run.state === 'opening' ? undefined : Math.round(100 * fraction)}
      >
        <div className="progress-text tabular">
          <span>
            {run.info ? words.epoch(formatCount(epoch), formatCount(epochs), isPhone) : describeLoading(run)}
          </span>
          {run.info && run.state !== 'finished' && !(isPhone && run.state !== 'running') && (
            <span className="muted">
              {run.timeLeft === undefined
                ? words.stepOf(formatCount(run.step), formatCount(total))
                : describeTimeLeft(run.timeLeft, isPhone)}
            </span>
          )}
          {!isPhone && <span className="progress-percent">{run.info ? formatPercent(fraction, 0) : ''}</span>}
        </div>
        <div className="progress-track">
          <div className="progress-fill" style={{ transform: `scaleX(${fraction})` }} />
        </div>
      </div>
      {!isPhone && (
        <div className="player-pace">
          <span className="muted">
            <span aria-hidden>{words.speed}</span>
            {run.slowed && words.slowed}
          </span>
          <ChoiceLater label={words.speed} hideLabel value={pace} options={PACES} onChange={choosePace} />
        </div>
      )}
      {!isPhone && (
        <dl className="player-facts tabular">
          {run.deviceTimePerStep === undefined ? null : (
            <div>
              <dt>{words.step}</dt>
              <dd>
                <button
                  type="button"
                  className="player-link"
                  aria-label={words.stepHint}
                  onClick={() => runCommand('times')}
                >
                  {formatSi(run.deviceTimePerStep / 1000, words.seconds)}
                </button>
              </dd>
            </div>
          )}
          <div title={words.passesHint}>
            <dt>{words.passes}</dt>
            <dd>{formatSi(run.chipPasses, '')}</dd>
          </div>
        </dl>
      )}
    </section>
  );
}
