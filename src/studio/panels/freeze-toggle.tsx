import type { MziFacts } from '../mesh/mzi-facts';
import { Toggle } from '../parts/toggle';
import { useExperiment } from '../state/experiment-store';
import { setFrozen } from '../state/freeze';
import { notify } from '../state/notify';
import { inspectorWords } from '../words/inspector';

/** Lets training leave the selected interferometer as it is. */
export function FreezeToggle({ facts }: { readonly facts: MziFacts }) {
  const frozen = useExperiment((state) => state.experiment.training.frozen);
  const offsets = facts.isReal ? [facts.thetaOffset] : [facts.thetaOffset, facts.phiOffset];
  const isOn = offsets.every((offset) => frozen.includes(offset));
  if (!isOn && facts.isFrozen) {
    return <p className="field-note">{inspectorWords.frozenLayer}</p>;
  }
  return (
    <Toggle
      label={inspectorWords.freeze}
      isOn={isOn}
      onChange={(wanted) => {
        const result = setFrozen(offsets, wanted);
        if (!result.ok) notify('error', result.fault.message, { description: result.fault.fix });
      }}
    />
  );
}
