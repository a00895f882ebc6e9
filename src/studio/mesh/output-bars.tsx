import { useEffect, useMemo } from 'react';
import { formatPercent } from '../format/si';
import { chip } from '../state/chip';
import { classesOf } from '../state/dataset-names';
import { useExperiment } from '../state/experiment-store';
import { useRun } from '../state/run-store';
import { useSample } from '../state/sample-store';
import { useChipVersion } from '../state/use-chip';
import type { MeshStage } from './stage';

/** Pitch of the bars in pixels: as the waveguides where they are far enough apart. */
const PITCH = { min: 22, max: 40 };
const WIDTH = 176;
const DETECTOR = 9;

/** What the detectors of the classes read, at the chip's right edge. */
export function OutputBars({ stage }: { readonly stage: MeshStage }) {
  useChipVersion();
  const experiment = useExperiment((state) => state.experiment);
  const names = useRun((state) => state.info?.classNames) ?? classesOf(experiment);
  const label = useSample((state) => (state.own ? undefined : state.view?.label));
  const readings = chip.readings();
  const [width, height] = stage.size;
  const { camera } = stage;
  const rows = useMemo(() => {
    if (camera === undefined || width === 0) return [];
    const classes = names.length;
    const usable = height - 130;
    const pitch = Math.min(PITCH.max, Math.max(Math.min(PITCH.min, usable / classes), camera.scaleY));
    const middle = camera.offsetY + ((Math.min(classes, experiment.modes) - 1) / 2) * camera.scaleY;
    const half = ((classes - 1) / 2) * pitch;
    const centre = Math.min(Math.max(middle, 40 + half), Math.max(40 + half, height - 96 - half));
    return names.map((_, c) => centre - half + c * pitch);
  }, [camera, width, height, names, experiment.modes]);

  const left = width - WIDTH - 12;
  useEffect(() => {
    stage.setFrame({ left: 62, right: 208, top: 46, bottom: 100 }, rows.map((y) => [left - DETECTOR / 2, y]));
  }, [stage, rows, left]);

  return (
    <ol className="output-bars" aria-label="Light at the class ports" style={{ left, width: WIDTH }}>
      {rows.map((y, c) => {
        const share = readings?.share[c] ?? 0;
        const isAnswer = readings?.answer === c;
        return (
          <li key={names[c]} className={isAnswer ? 'is-answer' : undefined} style={{ top: y }}>
            <span className="detector" aria-hidden />
            <span className="output-name" title={names[c]}>
              {names[c]}
              {label === c && <abbr title="The sample's true class"> ●</abbr>}
            </span>
            <span className="output-track">
              <span className="output-fill" style={{ transform: `scaleX(${share})` }} />
            </span>
            <span className="output-share">{readings ? formatPercent(share, 0) : ''}</span>
          </li>
        );
      })}
    </ol>
  );
}
