import type { ChartId } from '../charts/definitions';
import { canSmooth, nextAxis, smoothBy, useChartView } from '../state/chart-view';
import { notify } from '../state/notify';
import { toggleDoneNotice, wantsDoneNotice } from '../state/done-notice';
import { canMeasureBackends, measureBackends } from '../state/measure-backends';
import { showDock, useView } from '../state/view';
import { chartWords as words } from '../words/charts';
import { trainingWords } from '../words/training';
import type { Command } from './command';
import { always } from './command';

/** The charts of the tabs that have some; the first is saved. */
const SHOWN: Readonly<Record<string, ChartId>> = { loss: 'loss', accuracy: 'accuracy', heaters: 'heaters' };

export const trainingCommands = {
  heaters: {
    id: 'heaters',
    group: 'View',
    title: () => words.commands.heaters,
    enabled: always,
    run: () => showDock('heaters'),
  },
  worst: {
    id: 'worst',
    group: 'View',
    title: () => words.commands.worst,
    keys: 'w',
    enabled: always,
    run: () => showDock('worst'),
  },
  times: {
    id: 'times',
    group: 'View',
    title: () => words.commands.times,
    enabled: always,
    run: () => showDock('times'),
  },
  chartAxis: {
    id: 'chartAxis',
    group: 'View',
    title: () => words.commands.axis(words.axes[useChartView.getState().axis].name),
    keys: 'o',
    enabled: always,
    run: nextAxis,
  },
  chartLog: {
    id: 'chartLog',
    group: 'View',
    title: () => words.commands.log(useChartView.getState().isLog),
    keys: 'l',
    enabled: always,
    run: () => useChartView.setState(({ isLog }) => ({ isLog: !isLog })),
  },
  chartTable: {
    id: 'chartTable',
    group: 'View',
    title: () => words.commands.table(useChartView.getState().isTable),
    enabled: always,
    run: () => useChartView.setState(({ isTable }) => ({ isTable: !isTable })),
  },
  chartSmoother: {
    id: 'chartSmoother',
    group: 'View',
    title: () => words.commands.smoother,
    enabled: () => canSmooth(1),
    run: () => smoothBy(1),
  },
  chartRougher: {
    id: 'chartRougher',
    group: 'View',
    title: () => words.commands.rougher,
    enabled: () => canSmooth(-1),
    run: () => smoothBy(-1),
  },
  chartPng: {
    id: 'chartPng',
    group: 'View',
    title: () => words.commands.png,
    enabled: always,
    run: () => void saveChart('png'),
  },
  chartSvg: {
    id: 'chartSvg',
    group: 'View',
    title: () => words.commands.svg,
    enabled: always,
    run: () => void saveChart('svg'),
  },
  measureBackends: {
    id: 'measureBackends',
    group: 'Run',
    title: () => trainingWords.measureBackends,
    enabled: canMeasureBackends,
    run: () => void measureBackends(),
  },
  doneNotice: {
    id: 'doneNotice',
    group: 'Run',
    title: () => (wantsDoneNotice() ? trainingWords.notify.off : trainingWords.notify.on),
    enabled: () => 'Notification' in globalThis,
    run: () => void toggleDoneNotice(),
  },
} satisfies Record<string, Command>;

/** Saves the chart whose tab is open, or the loss. */
async function saveChart(kind: 'png' | 'svg'): Promise<void> {
  const id = SHOWN[useView.getState().dockTab] ?? 'loss';
  const [{ pictureOfChart }, { saveFile }] = await Promise.all([
    import('../charts/picture'),
    import('../exchange/save-file'),
  ]);
  const picture = await pictureOfChart(id, kind);
  if (picture === undefined) return notify('warning', words.nothingToSave);
  saveFile({ name: `${id}.${kind}`, type: picture.type, bytes: new Uint8Array(await picture.arrayBuffer()) });
}
