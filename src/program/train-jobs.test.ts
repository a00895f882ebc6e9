import { describe, expect, it } from 'vitest';
import { ficonnVowels } from '../experiment/presets';
import type { EngineClient, Run, RunEvent, RunInfo } from '../engine/protocol';
import type { Trained } from './pack-trained';
import { TrainJobs } from './train-jobs';

const info = { totalSteps: 10, backendLabel: 'here', classNames: [], testSamples: 4 } as unknown as RunInfo;

/** An engine whose run ends as it is told to. */
function engineOf(end: RunEvent): EngineClient {
  const open: EngineClient['open'] = (_, listener) =>
    Promise.resolve({
      info,
      play: () => {
        listener({ kind: 'state', state: 'running', step: 0 });
        listener({ kind: 'parameters', step: 10, parameters: new Float64Array(3) });
        listener(end);
        return Promise.resolve();
      },
      evaluate: () => Promise.resolve({ accuracy: 0.75 }),
      dispose: () => Promise.resolve(),
    } as unknown as Run);
  return { open, dispose: () => undefined } as unknown as EngineClient;
}

function jobsOf(end: RunEvent) {
  const saved: Trained[] = [];
  let count = 0;
  const jobs = new TrainJobs({
    engine: () => Promise.resolve(engineOf(end)),
    save: (trained) => {
      saved.push(trained);
      return Promise.resolve('model-1');
    },
    newId: () => `job-${++count}`,
  });
  return { jobs, saved };
}

const order = { experiment: ficonnVowels, backend: 'auto', name: undefined } as const;

describe('trainings by the interface', () => {
  it('end as models', async () => {
    const { jobs, saved } = jobsOf({ kind: 'state', state: 'finished', step: 10 });
    const { id, state } = jobs.begin(order);
    expect(state).toBe('waiting');
    await jobs.idle();
    expect(jobs.get(id)).toMatchObject({ state: 'finished', model: 'model-1', accuracy: 0.75, step: 10 });
    expect(saved[0]?.parameters).toHaveLength(3);
  });

  it('say why they failed, and let the next one begin', async () => {
    const fault = { code: 'engine/x', message: 'It broke.', fix: 'Mend it.', cause: 'secret' };
    const { jobs, saved } = jobsOf({ kind: 'fault', fault });
    const ids = [jobs.begin(order).id, jobs.begin(order).id];
    await jobs.idle();
    for (const id of ids)
      expect(jobs.get(id)).toMatchObject({
        state: 'failed',
        fault: { code: 'engine/x', message: 'It broke.', fix: 'Mend it.' },
      });
    expect(JSON.stringify(jobs.get('job-1'))).not.toContain('secret');
    expect(saved).toEqual([]);
  });

  it('do not wait without end', () => {
    const { jobs } = jobsOf({ kind: 'state', state: 'finished', step: 10 });
    const begin = () => {
      for (let i = 0; i < 20; i++) jobs.begin(order);
    };
    expect(begin).toThrow('As many requests');
  });
});
