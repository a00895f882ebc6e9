import { runKey, useExperiment } from '../../state/experiment-store';
import { selectMzi } from '../../state/view';
import { significant } from '../../format/si';
import { DataTable } from '../plot/data-table';
import type { StudyRecord } from '../records';
import { cellName, worst } from '../sensitivity-map';
import { HeatMap } from './heat-map';
import { StudyView } from './study-view';
import { studiesWords } from '../../words/studies';

const words = studiesWords.sensitivityView;

/** Rows of the table: the interferometers that matter most. */
const RANKED = 40;

const PART = { theta: 'θ', phi: 'φ', splitter: words.itsSplitters } as const;

/** How much the loss rises when one interferometer alone is off, for each of them. */
export function SensitivityView({ record }: { readonly record: StudyRecord }) {
  const { settings, map } = record;
  const isOnScreen = useExperiment(({ experiment }) => runKey(experiment) === record.run);
  const result = record.parts[0]?.result;
  if (settings.kind !== 'sensitivity' || result?.kind !== 'sensitivity' || map === undefined) return null;
  const { rise, loss } = result;
  const ranked = worst(rise, RANKED);
  const [top] = ranked;
  const topMesh = top && map[top.mesh];
  const summary =
    top && topMesh
      ? words.anErrorOfRadIn(settings.error, PART[settings.of], cellName(topMesh, top.k)) +
        words.theLossRisesByFrom(significant(top.rise), significant(loss))
      : words.theFirstInterferometerIsBeing;
  return (
    <StudyView
      record={record}
      summary={summary}
      chart={
        <HeatMap
          map={map}
          rise={rise}
          summary={summary}
          onChoose={(mesh, k) => {
            const section = map[mesh]?.section;
            if (isOnScreen && section !== undefined) selectMzi({ section, index: k });
          }}
        />
      }
      table={
        <DataTable
          caption={words.theInterferometersThatCostMost(ranked.length)}
          columns={[words.interferometer, words.riseOfTheLoss, words.loss]}
          rows={ranked.map(({ mesh, k, rise: value }) => {
            const cell = map[mesh];
            return [cell ? cellName(cell, k) : '', significant(value), significant(loss + value)];
          })}
        />
      }
    />
  );
}
