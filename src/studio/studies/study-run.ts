import { create } from 'zustand';
import type { Fault } from '../../lib/fault';
import { toFault } from '../../lib/fault';
import { chip } from '../state/chip';
import { engine } from '../state/engine';
import { currentExperiment, runKey } from '../state/experiment-store';
import { useRun } from '../state/run-store';
import { useView } from '../state/view';
import type { StudyPart, StudyRecord } from './records';
import { addRecord } from './records';
import type { LabelledRequest } from './requests';
import { requestsOf } from './requests';
import { scopeName } from './scope';
import { mapOf } from './sensitivity-map';
import type { StudyKind, StudySettings } from './settings';
import { studiesWords } from '../words/studies';

const words = studiesWords.studyRun;

/** The study that is being made, and what is on screen of those that were. */
interface Studies {
  readonly running: Running | undefined;
  /** Why the last one could not be made. */
  readonly fault: { readonly kind: StudyKind; readonly fault: Fault } | undefined;
  /** Record on screen; undefined shows the newest. */
  readonly shown: string | undefined;
}

interface Running {
  readonly record: StudyRecord;
  /** 0 … 1 */
  readonly done: number;
  readonly text: string;
  /** Seconds. */
  readonly elapsed: number;
}

export const useStudies = create<Studies>()(() => ({
  running: undefined,
  fault: undefined,
  shown: undefined,
}));

let controller: AbortController | undefined;

/** Makes a study of the chip as it is now. Its faults are told beside its settings. */
export async function startStudy(settings: StudySettings): Promise<void> {
  const { network, layout } = chip;
  if (network === undefined || useStudies.getState().running !== undefined) return;
  const experiment = currentExperiment();
  const { step, info, backend } = useRun.getState();
  const selection = { layout, selected: useView.getState().selected };
  const requests = requestsOf(settings, {
    experiment,
    network,
    parameters: chip.parameters.slice(),
    backend,
    selection,
  });
  if (!requests.ok) {
    useStudies.setState({ fault: { kind: settings.kind, fault: requests.fault } });
    return;
  }
  const startedAt = Date.now();
  const record: StudyRecord = {
    id: `${startedAt.toString(36)}-${settings.kind}`,
    settings,
    experiment: experiment.name,
    step,
    run: runKey(experiment),
    scope: 'scope' in settings ? scopeName(network, settings.scope, selection) : words.wholeChip,
    samples: Math.min('samples' in settings ? settings.samples : Infinity, info?.testSamples ?? Infinity),
    startedAt,
    map: settings.kind === 'sensitivity' ? mapOf(network) : undefined,
    parts: [],
    outcome: 'running',
    fault: undefined,
  };
  await make(record, requests.value);
}

/** Stops the running study; what it measured stays. */
export function cancelStudy(): void {
  controller?.abort();
}

export function isStudying(): boolean {
  return useStudies.getState().running !== undefined;
}

async function make(started: StudyRecord, requests: readonly LabelledRequest[]): Promise<void> {
  controller = new AbortController();
  const { signal } = controller;
  let record = started;
  const tell = (done: number, text: string, parts: readonly StudyPart[]): void => {
    record = { ...record, parts };
    const elapsed = (Date.now() - record.startedAt) / 1000;
    useStudies.setState({ running: { record, done, text, elapsed } });
  };
  useStudies.setState({ fault: undefined, shown: undefined });
  tell(0, words.starting, []);
  const finished: StudyPart[] = [];
  try {
    for (const [index, { label, request }] of requests.entries()) {
      const result = await engine().study(
        request,
        ({ done, text, partial }) =>
          tell(
            (index + done) / requests.length,
            requests.length > 1 ? `${label}: ${text}` : text,
            partial === undefined ? [...finished] : [...finished, { label, result: partial }],
          ),
        signal,
      );
      finished.push({ label, result });
    }
    end({ ...record, parts: finished, outcome: 'done' });
  } catch (thrown) {
    if (signal.aborted) end({ ...record, outcome: 'cancelled' });
    else end({ ...record, outcome: 'failed', fault: toFault(thrown) });
  }
}

/** A study that measured nothing leaves no record, only its fault. */
function end(record: StudyRecord): void {
  controller = undefined;
  const { fault, settings } = record;
  useStudies.setState({ running: undefined, fault: fault && { kind: settings.kind, fault } });
  if (record.parts.length > 0) addRecord(record);
}
