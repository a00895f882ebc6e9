import { useState } from 'react';
import type { Training } from '../../../experiment/schema';
import type { Result } from '../../../lib/result';
import { transferRange } from '../../../photonics/programming/transfer-range';
import { Chips } from '../../parts/chips';
import { NumberEntry } from '../../parts/number-entry';
import { Segmented } from '../../parts/segmented';
import { PHASE_GROUPS, phaseGroupSymbol, phaseGroupText } from '../phase-groups';
import { rangeOf } from './methods';
import { useTraining } from './use-training';

type Clamp = Extract<Training['range'], { kind: 'clamp' }>;

/** Where phases begin, and where training keeps them. */
export function RangeFields() {
  const [{ initial, range }, set] = useTraining();
  return (
    <>
      <Segmented
        setting="training.initial"
        label="First phases"
        value={initial}
        options={[
          { id: 'haar', name: 'Haar-random' },
          { id: 'uniform', name: 'Uniform' },
        ]}
        onChange={(id) => void set({ initial: id })}
      />
      <Segmented
        setting="training.range.kind"
        label="Range of phases"
        value={range.kind}
        options={[
          { id: 'free', name: 'Free' },
          { id: 'wrap', name: '0…2π' },
          { id: 'clamp', name: 'Limited' },
        ]}
        onChange={(kind) => void set({ range: rangeOf(kind) })}
      />
      {range.kind === 'clamp' && <Limits range={range} onCommit={(changed) => set({ range: changed })} />}
    </>
  );
}

function Limits(props: { readonly range: Clamp; readonly onCommit: (range: Clamp) => Result<unknown> }) {
  const { range } = props;
  const [error, setError] = useState<string>();
  return (
    <>
      <Chips
        label="Limited phases"
        all={PHASE_GROUPS}
        chosen={range.phases}
        show={phaseGroupSymbol}
        describe={phaseGroupText}
        error={error}
        onChange={(chosen) => {
          const phases = PHASE_GROUPS.filter((group) => chosen.includes(group));
          setError(
            phases.length === 0 ? 'Choose at least one kind of phase, or let all be free.' : undefined,
          );
          if (phases.length > 0) props.onCommit({ ...range, phases });
        }}
      />
      <NumberEntry
        label="For couplers off by up to"
        unit="rad"
        step={0.01}
        hint="Keeps theta where every such die can be corrected exactly: train once, move the phases to any of them"
        value={transferError(range)}
        onCommit={(maxError) => {
          const reach = transferRange(maxError);
          return reach.ok ? props.onCommit({ kind: 'clamp', phases: ['theta'], ...reach.value }) : reach;
        }}
      />
      <div className="field-row">
        <NumberEntry
          label="From"
          unit="rad"
          step={0.05}
          value={range.low}
          onCommit={(low) => props.onCommit({ ...range, low })}
        />
        <NumberEntry
          label="To"
          unit="rad"
          step={0.05}
          value={range.high}
          onCommit={(high) => props.onCommit({ ...range, high })}
        />
      </div>
    </>
  );
}

/** The coupler error whose transfer range this is; 0 for any other range. */
function transferError({ phases, low, high }: Clamp): number {
  const isTransfer = phases.length === 1 && phases[0] === 'theta' && Math.abs(low + high - Math.PI) < 1e-9;
  return isTransfer ? low / 4 : 0;
}
