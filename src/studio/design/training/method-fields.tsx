import { useMemo } from 'react';
import type { Method } from '../../../experiment/schema';
import { passesPerStep } from '../../../learning/methods/passes';
import type { Result } from '../../../lib/result';
import { formatCount } from '../../format/si';
import { Choice } from '../../parts/choice';
import { NumberEntry } from '../../parts/number-entry';
import { Segmented } from '../../parts/segmented';
import { chip } from '../../state/chip';
import { useChip } from '../../state/use-chip';
import { METHODS, methodText } from './methods';
import { methodOf } from '../../../experiment/usual-training';
import { useTraining } from './use-training';
import { trainingFieldWords as words } from '../../words/training-fields';

/** How the phases learn, and what that method can be told. */
export function MethodFields() {
  const [{ method }, set] = useTraining();
  const commit = (changed: Method) => set({ method: changed });
  return (
    <>
      <Choice
        setting="training.method.kind"
        label={words.method.method}
        value={method.kind}
        options={METHODS}
        onChange={(kind) => {
          if (kind !== method.kind) commit(methodOf(kind));
        }}
      />
      <p className="field-note">
        {methodText(method)} <ChipPasses method={method} />
      </p>
      <MethodConstants method={method} commit={commit} />
    </>
  );
}

/** What the method costs on a real chip: methods are compared by it. */
function ChipPasses({ method }: { readonly method: Method }) {
  const network = useChip(() => chip.network);
  const passes = useMemo(() => network && passesPerStep({ ...network, method }), [network, method]);
  return passes === undefined ? null : (
    <>
      {formatCount(passes)} {words.method.chipPassesAStep}
    </>
  );
}

export function MethodConstants(props: {
  readonly method: Method;
  readonly commit: (method: Method) => Result<unknown>;
}) {
  const { method, commit } = props;
  switch (method.kind) {
    case 'backprop':
      return (
        <Segmented
          label={words.method.modelOfTheChip}
          value={method.model}
          options={[
            { id: 'chip', name: words.method.thisDie },
            { id: 'twin', name: words.method.perfectTwin },
          ]}
          onChange={(model) => void commit({ ...method, model })}
        />
      );
    case 'in-situ':
      return (
        <NumberEntry
          label={words.method.tapNoise}
          step={0.001}
          value={method.tapNoise}
          hint={words.method.standardDeviationOfOnePower}
          onCommit={(tapNoise) => commit({ ...method, tapNoise })}
        />
      );
    case 'spsa':
      return (
        <Amplitude value={method.amplitude} onCommit={(amplitude) => commit({ ...method, amplitude })} />
      );
    case 'zeroth-order':
      return (
        <div className="field-row">
          <Amplitude value={method.amplitude} onCommit={(amplitude) => commit({ ...method, amplitude })} />
          <NumberEntry
            label={words.method.directions}
            value={method.directions}
            hint={words.method.randomDirectionsPerStep}
            onCommit={(directions) => commit({ ...method, directions })}
          />
        </div>
      );
    case 'coordinate':
      return (
        <div className="field-row">
          <Amplitude value={method.amplitude} onCommit={(amplitude) => commit({ ...method, amplitude })} />
          <NumberEntry
            label={words.method.phasesAStep}
            value={method.coordinates}
            hint={words.method.phasesProbedOneAfterAnother}
            onCommit={(coordinates) => commit({ ...method, coordinates })}
          />
        </div>
      );
  }
}

function Amplitude(props: { readonly value: number; readonly onCommit: (value: number) => Result<unknown> }) {
  return (
    <NumberEntry
      label={words.method.probeAmplitude}
      unit="rad"
      factor={1.25}
      hint={words.method.howFarPhasesAreMoved}
      {...props}
    />
  );
}
