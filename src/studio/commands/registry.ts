import { useRunList } from '../runs/list-store';
import { useRuns } from '../runs/runs-store';
import { useNetwork } from '../network/network-store';
import { useLessons } from '../lesson/lesson-store';
import { useProbes } from '../mesh/probes';
import { useSaliency } from '../mesh/saliency-store';
import { useTable } from '../mesh/table-store';
import { useDrawing } from '../predict/drawing-store';
import { useInfluence } from '../predict/influence-store';
import { useOwn } from '../predict/own-store';
import { useVoice } from '../predict/vowel-store';
import { useDocument } from '../documents/document-store';
import { usePersistence } from '../documents/storage-watch';
import { useBrowser } from '../samples/browser-store';
import { useChartView } from '../state/chart-view';
import { useExperiment } from '../state/experiment-store';
import { useOffline } from '../state/offline';
import { usePhaseEdits } from '../state/phase-edit';
import { usePreferences } from '../state/preferences';
import { useRun } from '../state/run-store';
import { useSample } from '../state/sample-store';
import { useView } from '../state/view';
import { useStudies } from '../studies/study-run';
import type { Command } from './command';
import { documentCommands } from './document-commands';
import { editCommands } from './edit-commands';
import { exchangeCommands } from './exchange-commands';
import { networkCommands } from './network-commands';
import { lessonCommands } from './lesson-commands';
import { meshCommands } from './mesh-commands';
import { predictCommands } from './predict-commands';
import { runCommands } from './run-commands';
import { runsCommands } from './runs-commands';
import { settingCommands } from './setting-commands';
import { sampleCommands } from './sample-commands';
import { trainingCommands } from './training-commands';
import { viewCommands } from './view-commands';

const commands = {
  ...runCommands,
  ...editCommands,
  ...documentCommands,
  ...networkCommands,
  ...settingCommands,
  ...sampleCommands,
  ...predictCommands,
  ...viewCommands,
  ...trainingCommands,
  ...meshCommands,
  ...lessonCommands,
  ...exchangeCommands,
  ...runsCommands,
};

export type CommandId = keyof typeof commands;

export const COMMANDS: Readonly<Record<CommandId, Command>> = commands;

export function runCommand(id: CommandId): void {
  const command = COMMANDS[id];
  if (command.enabled()) command.run();
}

/** Calls back whenever a command's title or availability may have changed. */
export function subscribeCommands(listener: () => void): () => void {
  const stops = [
    useRun.subscribe(listener),
    useSample.subscribe(listener),
    useBrowser.subscribe(listener),
    useOwn.subscribe(listener),
    useDrawing.subscribe(listener),
    useInfluence.subscribe(listener),
    useVoice.subscribe(listener),
    useExperiment.subscribe(listener),
    useDocument.subscribe(listener),
    usePersistence.subscribe(listener),
    useExperiment.temporal.subscribe(listener),
    useOffline.subscribe(listener),
    useView.subscribe(listener),
    useChartView.subscribe(listener),
    useRuns.subscribe(listener),
    useRunList.subscribe(listener),
    useNetwork.subscribe(listener),
    useProbes.subscribe(listener),
    useSaliency.subscribe(listener),
    useTable.subscribe(listener),
    usePreferences.subscribe(listener),
    usePhaseEdits.subscribe(listener),
    useStudies.subscribe(listener),
    useLessons.subscribe(listener),
  ];
  return () => stops.forEach((stop) => stop());
}
