import { useEffect, useMemo } from 'react';
import { formatPercent } from '../format/si';
import { chip } from '../state/chip';
import { classesOf } from '../state/dataset-names';
import { useExperiment } from '../state/experiment-store';
import { useRun } from '../state/run-store';
import { useSample } from '../state/sample-store';
import { useChipVersion } from '../state/use-chip';
import { DESKTOP_MARGINS, READINGS } from './margins';
import { meshWords } from '../words/mesh';
import type { MeshStage } from './stage';
import { useStage } from './use-stage';

/** Pitch of the bars in pixels: as the waveguides where they are far enough apart. */
const PITCH = { min: 22, max: 40 };
const DETECTOR = 9;
/** Height that the zoom buttons above take. */
const TOOLS = 62;
/** Pixels that stay free below the last bar. */
const BELOW = 20;
/** Below this pitch, pixels, the names would lie over each other: only the answer keeps its own. */
const TIGHT = 12;

/** What the detectors of the classes read, at the chip's right edge. */
export function OutputBars({ stage }: { readonly stage: MeshStage }) {
  useChipVersion();
  const experiment = useExperiment((state) => state.experiment);
  const names = useRun((state) => state.info?.classNames) ?? classesOf(experiment);
  const label = useSample((state) => (state.own ? undefined : state.view?.label));
  const readings = chip.readings();
  // A convolution's answer is computed behind the last detectors; no waveguide of the tile leads to it.
  const isElectronic = experiment.convolution !== null;
  const camera = useStage(stage, (each) => each.camera);
  const width = useStage(stage, (each) => each.size[0]);
  const height = useStage(stage, (each) => each.size[1]);
  const rows = useMemo(() => {
    if (camera === undefined || width === 0) return [];
    const classes = names.length;
    const usable = height - TOOLS - BELOW;
    const pitch = Math.min(PITCH.max, Math.max(Math.min(PITCH.min, usable / classes), camera.scaleY));
    const lit = isElectronic ? (stage.layout?.modes ?? 1) : Math.min(classes, experiment.modes);
    const middle = camera.offsetY + ((lit - 1) / 2) * camera.scaleY;
    const half = ((classes - 1) / 2) * pitch;
    const centre = Math.min(Math.max(middle, TOOLS + half), Math.max(TOOLS + half, height - BELOW - half));
    return names.map((_, c) => centre - half + c * pitch);
  }, [camera, width, height, names, experiment.modes, stage, isElectronic]);

  const left = width - READINGS.width - READINGS.gap;
  const chipEnd = camera && stage.layout ? camera.offsetX + stage.layout.width * camera.scaleX : 0;
  const isTight = rows.length > 1 && (rows[1] ?? 0) - (rows[0] ?? 0) < TIGHT;
  const covers = chipEnd > left - 8;
  useEffect(() => {
    stage.setFrame(DESKTOP_MARGINS, isElectronic ? [] : rows.map((y) => [left - DETECTOR / 2, y]));
  }, [stage, rows, left, isElectronic]);

  return (
    <ol
      className={`output-bars${covers ? ' is-covering' : ''}${isTight ? ' is-tight' : ''}`}
      aria-label={isElectronic ? meshWords.classShares : meshWords.classPorts}
      style={{ left, width: READINGS.width, '--name': `${nameWidth(names)}px` }}
    >
      {rows.map((y, c) => {
        const share = readings?.share[c] ?? 0;
        const isAnswer = readings?.answer === c;
        return (
          <li key={names[c]} className={isAnswer ? 'is-answer' : undefined} style={{ top: y }}>
            <span className={isElectronic ? undefined : 'detector'} aria-hidden />
            <span className="output-name" title={names[c]}>
              {names[c]}
              {label === c && <abbr title={meshWords.trueClass}> ●</abbr>}
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

/** Room for the longest name, within reason. */
function nameWidth(names: readonly string[]): number {
  const longest = names.reduce((length, name) => Math.max(length, name.length), 0);
  return Math.min(72, Math.max(14, 7.2 * longest + 20));
}
