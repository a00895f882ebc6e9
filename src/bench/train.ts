import { createEngineClient } from '../engine/client';
import type { RunEvent } from '../engine/protocol';
import { PhotonicError } from '../lib/fault';
import type { Experiment } from '../experiment/schema';

/** What a run trained from scratch reached on its test set. */
export interface Trained {
  readonly accuracy: number;
  readonly seconds: number;
  readonly backend: string;
  readonly provenance: string;
}

/** Trains an experiment to its end through the page's own engine, on the CPU backend. */
export async function train(experiment: Experiment): Promise<Trained> {
  const engine = createEngineClient();
  // Whoever starts the benchmark asks for figures on the original data.
  engine.allowMirrors(true);
  const started = performance.now();
  try {
    const finished = Promise.withResolvers<undefined>();
    const listener = (event: RunEvent): void => {
      if (event.kind === 'fault') finished.reject(new PhotonicError(event.fault));
      if (event.kind === 'state' && event.state === 'finished') finished.resolve(undefined);
    };
    // A name of its own: where a person measures, the run on screen keeps its checkpoint.
    const run = await engine.open(
      { experiment, backend: 'wasm', resume: false, checkpoint: 'bench' },
      listener,
    );
    await run.play();
    await finished.promise;
    const seconds = (performance.now() - started) / 1000;
    const { accuracy } = await run.evaluate('test');
    const { backendLabel, provenance } = run.info;
    await run.dispose();
    return { accuracy, seconds, backend: backendLabel, provenance: provenance.text };
  } finally {
    engine.dispose();
  }
}

/** For a row's detail. */
export function describe(trained: Trained | undefined): string {
  return trained ? `${trained.backend}; ${trained.provenance}` : 'no run';
}
