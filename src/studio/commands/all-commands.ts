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
import { useAccount } from '../account/account-store';
import { useBrowser } from '../samples/browser-store';
import { useBenchStatus } from '../benchmarks/status';
import { useChartView } from '../state/chart-view';
import { useExperiment } from '../state/experiment-store';
import { useOffline } from '../state/offline';
import { usePhaseEdits } from '../state/phase-edit';
import { usePreferences } from '../state/preferences';
import { useRun } from '../state/run-store';
import { useSample } from '../state/sample-store';
import { useView } from '../state/view';
import { useStudies } from '../studies/study-run';
import { useSweeps } from '../sweeps/sweeps-store';
import type { Command } from './command';
import type { CommandSource } from './registry';
import { accountCommands } from './account-commands';
import { configurationCommands } from './configuration-commands';
import { documentCommands } from './document-commands';
import { editCommands } from './edit-commands';
import { exchangeCommands } from './exchange-commands';
import { modelsCommands, modelsSources } from './models-commands';
import { networkCommands } from './network-commands';
import { lessonCommands } from './lesson-commands';
import { meshCommands } from './mesh-commands';
import { predictCommands } from './predict-commands';
import { benchmarkCommands } from './benchmark-commands';
import { privacyCommands } from './privacy-commands';
import { runCommands } from './run-commands';
import { runsCommands } from './runs-commands';
import { settingCommands } from './setting-commands';
import { sampleCommands } from './sample-commands';
import { studyCommands } from './study-commands';
import { sweepCommands } from './sweep-commands';
import { syncCommands } from './sync-commands';
import { trainingCommands } from './training-commands';
import { viewCommands } from './view-commands';
import { workspaceCommands } from './workspace-commands';

/** Every command of the studio. */
export const allCommands = {
  ...runCommands,
  ...studyCommands,
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
  ...sweepCommands,
  ...accountCommands,
  ...privacyCommands,
  ...configurationCommands,
  ...syncCommands,
  ...workspaceCommands,
  ...modelsCommands,
  ...benchmarkCommands,
} satisfies Record<string, Command>;

/** Stores on which titles and availability depend. */
export const commandSources: readonly CommandSource[] = [
  useRun,
  useSample,
  useBrowser,
  useOwn,
  useDrawing,
  useInfluence,
  useVoice,
  useExperiment,
  useDocument,
  usePersistence,
  useExperiment.temporal,
  useOffline,
  useView,
  useChartView,
  useRuns,
  useRunList,
  useNetwork,
  useProbes,
  useSaliency,
  useTable,
  usePreferences,
  usePhaseEdits,
  useStudies,
  useSweeps,
  useLessons,
  useAccount,
  useBenchStatus,
  ...modelsSources,
];
