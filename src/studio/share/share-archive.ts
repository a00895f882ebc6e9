import { sha256 } from '../../data/bytes';
import { PhotonicError } from '../../lib/fault';
import { manifestText } from '../../library/formats/manifest';
import { parameterTensors } from '../../library/formats/network-tensors';
import type { RunSummary } from '../../library/formats/run-summary';
import { summaryOfRun } from '../../library/formats/run-summary';
import { packModel } from '../../library/models/model-archive';
import { loadCurve } from '../../library/store/runs';
import { exportContext } from '../exchange/export-context';
import { allKept } from '../runs/recording';
import { useRuns } from '../runs/runs-store';
import { hasOwnPhases } from '../state/own-phases';
import { useRun } from '../state/run-store';
import { exportWords } from '../words/export';

/** All that is on screen, packed: the experiment, its exact phases, its run and where it comes from. */
export interface ScreenArchive {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** SHA-256 of the manifest in it, hexadecimal. */
  readonly manifestHash: string;
}

/** Throws `studio/no-network` while there is no chip on screen. */
export async function archiveOfScreen(): Promise<ScreenArchive> {
  const isTrained = hasOwnPhases();
  const context = await exportContext();
  if (context === undefined) throw new PhotonicError({ code: 'studio/no-network', ...exportWords.noPicture });
  const { experiment, network, parameters, manifest } = context;
  const bytes = packModel({
    experiment,
    tensors: isTrained ? parameterTensors(network, parameters) : undefined,
    manifest,
    run: await runOnScreen(),
  });
  return {
    name: experiment.name,
    bytes: Uint8Array.from(bytes),
    manifestHash: await sha256(new TextEncoder().encode(manifestText(manifest))),
  };
}

/** The record of the training that the phases on screen come from, where there is one. */
async function runOnScreen(): Promise<RunSummary | undefined> {
  const { info, step } = useRun.getState();
  if (info === undefined || step === 0) return undefined;
  await allKept();
  const record = useRuns
    .getState()
    .runs.filter((run) => run.runId === info.runId && run.step === step)
    .sort((a, b) => b.updatedAt - a.updatedAt)
    .at(0);
  if (record === undefined) return undefined;
  return summaryOfRun(record, await loadCurve(record.id).catch(() => undefined));
}
