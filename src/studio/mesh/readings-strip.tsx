import { formatPercent } from '../format/si';
import { chip } from '../state/chip';
import { classesOf } from '../state/dataset-names';
import { useExperiment } from '../state/experiment-store';
import { useRun } from '../state/run-store';
import { useChipVersion } from '../state/use-chip';
import { meshWords } from '../words/mesh';

/** What the detectors read, standing under the chip where there is no room beside it. */
export function ReadingsStrip() {
  useChipVersion();
  const experiment = useExperiment((state) => state.experiment);
  const names = useRun((state) => state.info?.classNames) ?? classesOf(experiment);
  const readings = chip.readings();
  return (
    <ol
      className="readings-strip"
      aria-label={experiment.convolution === null ? meshWords.classPorts : meshWords.classShares}
    >
      {names.map((name, c) => {
        const share = readings?.share[c] ?? 0;
        return (
          <li key={name} className={readings?.answer === c ? 'is-answer' : undefined}>
            <span className="strip-track">
              <span className="strip-fill" style={{ transform: `scaleY(${share})` }} />
            </span>
            <span className="strip-name">{name}</span>
            <span className="visually-hidden">{formatPercent(share)}</span>
          </li>
        );
      })}
    </ol>
  );
}
