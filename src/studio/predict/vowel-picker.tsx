import type { ReactNode } from 'react';
import { useEffect, useMemo, useState } from 'react';
import { ok } from '../../lib/result';
import { NumberEntry } from '../parts/number-entry';
import { Section } from '../parts/section';
import { useExperiment } from '../state/experiment-store';
import { awaiting, useRun } from '../state/run-store';
import { predictWords } from '../words/predict';
import { FaultText } from './fault-text';
import { offerOwn, useOwn } from './own-store';
import { VoiceControls } from './voice-controls';
import { VowelChart } from './vowel-chart';
import type { VowelSample } from './vowel-space';
import { measurementsAt } from './vowel-space';
import { typeMeasurement, useVowel } from './vowel-store';

/** Training samples drawn: enough to show the clouds. */
const DOTS = 540;
const NO_NAMES: readonly string[] = [];

/** A vowel that is picked on the F1/F2 chart, typed, or said, and classified while it changes. */
export function VowelPicker({ answer }: { readonly answer: ReactNode }) {
  const samples = useTrainingVowels();
  const names = useRun((state) => state.info?.classNames) ?? NO_NAMES;
  const encoder = useExperiment((state) => state.experiment.encoder);
  const { point, given, by } = useVowel();
  const fault = useOwn((state) => state.fault);
  const values = useMemo(
    () => ({ ...measurementsAt(point[0], point[1], samples), ...given }),
    [point, samples, given],
  );
  useEffect(() => {
    if (by === 'nobody') return;
    const title = by === 'voice' ? predictWords.recordingTitle : predictWords.pickedTitle;
    offerOwn({ kind: 'table', values }, title);
  }, [values, by]);
  // What was picked for one network says nothing about the next.
  useEffect(() => () => useVowel.setState({ by: 'nobody' }), []);
  const shown = encoder.kind === 'columns' ? encoder.columns : [];

  return (
    <>
      <Section title={predictWords.pick} note={predictWords.pickNote}>
        <VowelChart samples={samples} names={names} />
        <VoiceControls />
        <FaultText fault={fault} />
      </Section>
      {answer}
      <Section
        title={predictWords.measurements}
        note={by === 'voice' ? predictWords.measurementsHeard : predictWords.measurementsPicked}
      >
        <div className="field-row field-row-3">
          {shown.map((name) => (
            <NumberEntry
              key={name}
              label={name.replace('_', ' ').toUpperCase()}
              value={Math.round(values[name] ?? 0)}
              step={10}
              onCommit={(value) => {
                typeMeasurement(name, value);
                return ok(value);
              }}
            />
          ))}
        </div>
      </Section>
    </>
  );
}

function useTrainingVowels(): readonly VowelSample[] {
  const run = useRun((state) => state.run);
  const [samples, setSamples] = useState<readonly VowelSample[]>([]);
  useEffect(() => {
    if (run === undefined) return;
    let isCurrent = true;
    const indices = Array.from({ length: Math.min(DOTS, run.info.trainSamples) }, (_, i) => i);
    awaiting(run.samples('train', indices)).then(
      (views) => isCurrent && setSamples(views.map(({ label, values }) => ({ label, values: values ?? {} }))),
      () => isCurrent && setSamples([]),
    );
    return () => {
      isCurrent = false;
    };
  }, [run]);
  return samples;
}
