import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Evaluation } from '../../engine/backend';
import type { OpenRequest, Run, RunEvent } from '../../engine/protocol';
import { ficonnVowels } from '../../experiment/presets';
import { PhotonicError } from '../../lib/fault';
import { chip } from './chip';
import { useExperiment } from './experiment-store';
import { chooseBackend, evaluateTrain, followExperiment, openRun, resetRun } from './run-control';
import { closedRun, useRun } from './run-store';

const evaluation: Evaluation = {
  samples: 4,
  loss: 1,
  accuracy: 0.5,
  confusion: new Uint32Array(36),
  predictions: new Uint8Array(4),
  sampleLoss: new Float32Array(4),
};

interface Opening {
  readonly request: OpenRequest;
  readonly listener: (event: RunEvent) => void;
  readonly answer: (run: Run) => void;
}

const { openings, told } = vi.hoisted(() => ({
  openings: [] as Opening[],
  told: [] as string[],
}));

vi.mock('./engine', () => ({
  engine: () => ({
    open: (request: OpenRequest, listener: Opening['listener']) =>
      new Promise<Run>((answer) => openings.push({ request, listener, answer })),
    capabilities: () => Promise.reject(new Error('nobody asked for a calibration')),
  }),
}));
vi.mock('./notify', () => ({
  notify: (_kind: string, message: string) => void told.push(message),
}));

/** A run whose methods answer at once; those in `slow` wait for their promise. */
function runWith(slow: Partial<Run> = {}, info: Partial<Run['info']> = {}): Run {
  const done = () => Promise.resolve();
  return {
    info: {
      runId: 'a',
      backend: 'wasm',
      backendLabel: 'WASM',
      backendReason: '',
      provenance: { source: 'real', text: '', via: '' },
      classNames: ficonnVowels.task.classes,
      trainSamples: 540,
      testSamples: 0,
      parameterCount: 132,
      totalSteps: 2000,
      stepsPerEpoch: 5,
      step: 0,
      ...info,
    },
    play: done,
    pause: done,
    step: done,
    setPace: done,
    adjust: done,
    reset: done,
    setParameters: done,
    evaluate: () => Promise.resolve(evaluation),
    samples: () => Promise.resolve([]),
    encode: () => Promise.resolve({ re: new Float32Array(6), im: new Float32Array(6) }),
    encodeAll: () => Promise.resolve({ re: new Float32Array(0), im: new Float32Array(0) }),
    answers: (split) =>
      Promise.resolve({
        split,
        labels: new Uint8Array(0),
        answers: new Uint8Array(0),
        confidence: new Float32Array(0),
        loss: new Float32Array(0),
      }),
    loseDevice: done,
    dispose: done,
    ...slow,
  };
}

function deferred<T>() {
  let resolve: (value: T) => void = () => undefined;
  let reject: (reason: unknown) => void = () => undefined;
  const promise = new Promise<T>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return { promise, resolve, reject };
}

const settle = () => new Promise((resolve) => setTimeout(resolve));

async function openWith(run: Run): Promise<void> {
  const opening = openRun();
  await settle();
  openings.at(-1)?.answer(run);
  await opening;
}

beforeEach(() => {
  openings.length = 0;
  told.length = 0;
  useExperiment.setState({ experiment: ficonnVowels });
  useRun.setState({ ...closedRun, backend: 'auto', capabilities: undefined });
});

describe('opening runs in quick succession', () => {
  it('opens only the last one asked for, after the one before has let go', async () => {
    const closing = deferred<undefined>();
    await openWith(runWith({ dispose: () => closing.promise }));
    chooseBackend('wasm');
    chooseBackend('reference');
    await settle();
    expect(openings).toHaveLength(1);
    closing.resolve(undefined);
    await settle();
    expect(openings.map(({ request }) => request.backend)).toEqual(['auto', 'reference']);
  });

  it('never opens an experiment that is no longer on screen', async () => {
    const closing = deferred<undefined>();
    const stop = followExperiment();
    await openWith(runWith({ dispose: () => closing.promise }));
    const stale = openRun();
    useExperiment.setState({ experiment: { ...ficonnVowels, seed: 8 } });
    closing.resolve(undefined);
    await stale;
    expect(openings).toHaveLength(1);
    await openWith(runWith());
    expect(openings.at(-1)?.request.experiment.seed).toBe(8);
    stop();
  });

  it('ignores what an older run still answers or complains about', async () => {
    const reset = deferred<undefined>();
    await openWith(runWith({ reset: () => reset.promise }));
    const resetting = resetRun();
    await openWith(runWith());
    useRun.setState({ step: 70 });
    reset.resolve(undefined);
    await resetting;
    expect(useRun.getState().step).toBe(70);

    const failing = deferred<Evaluation>();
    useRun.setState({ run: runWith({ evaluate: () => failing.promise }) });
    const evaluating = evaluateTrain();
    await openWith(runWith());
    failing.reject(new PhotonicError({ code: 'engine/closed', message: 'This run is closed.', fix: '' }));
    await evaluating;
    expect(told).not.toContain('This run is closed.');
    expect(useRun.getState().train).toBeUndefined();
  });
});

describe('an opened run', () => {
  it('gives the chip the real number of classes and keeps the parameters already shown', async () => {
    const stop = followExperiment();
    const trained = chip.parameters.map((value) => value + 1);
    chip.setParameters(trained);
    await openWith(runWith({}, { classNames: ['a', 'b', 'c'] }));
    expect(chip.plan?.classes).toBe(3);
    expect(chip.parameters).toEqual(trained);
    stop();
  });

  it('has the computer for itself: nothing is measured beside it', async () => {
    await openWith(runWith());
    await settle();
    expect(useRun.getState()).toMatchObject({ state: 'ready', capabilities: undefined });
    expect(told).toEqual([]);
  });
});
