import { useState } from 'react';
import type { Training } from '../../../experiment/schema';
import type { Result } from '../../../lib/result';
import { transferRange } from '../../../photonics/programming/transfer-range';
import { Chips } from '../../parts/chips';
import { NumberEntry } from '../../parts/number-entry';
import { Segmented } from '../../parts/segmented';
import { PHASE_GROUPS, phaseGroupSymbol, phaseGroupText } from '../phase-groups';
import { rangeOf } from '../../../experiment/usual-training';
import { useTraining } from './use-training';
import { trainingFieldWords as words } from '../../words/training-fields';

type Clamp = Extract<Training['range'], { kind: 'clamp' }>;

/** Where phases begin, and where training keeps them. */
export function RangeFields() {
  const [{ initial, range }, set] = useTraining();
  return (
    <>
      <Segmented
        setting="training.initial"
        label={words.range.firstPhases}
        value={initial}
        options={[
          { id: 'haar', name: words.range.haarRandom },
          { id: 'uniform', name: words.range.uniform },
        ]}
        onChange={(id) => void set({ initial: id })}
      />
      <Segmented
        setting="training.range.kind"
        label={words.range.rangeOfPhases}
        value={range.kind}
        options={[
          { id: 'free', name: words.range.free },
          { id: 'wrap', name: words.training.ranges.wrap },
          { id: 'clamp', name: words.range.limited },
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
        label={words.range.limitedPhases}
        all={PHASE_GROUPS}
        chosen={range.phases}
        show={phaseGroupSymbol}
        describe={phaseGroupText}
        error={error}
        onChange={(chosen) => {
          const phases = PHASE_GROUPS.filter((group) => chosen.includes(group));
          setError(phases.length === 0 ? words.range.chooseAtLeastOneKind : undefined);
          if (phases.length > 0) props.onCommit({ ...range, phases });
        }}
      />
      <NumberEntry
        label={words.range.forCouplersOffByUp}
        unit="rad"
        step={0.01}
        hint={words.range.rangeNote}
        value={transferError(range)}
        onCommit={(maxError) => {
          const reach = transferRange(maxError);
          return reach.ok ? props.onCommit({ kind: 'clamp', phases: ['theta'], ...reach.value }) : reach;
        }}
      />
      <div className="field-row">
        <NumberEntry
          label={words.range.from}
          unit="rad"
          step={0.05}
          value={range.low}
          onCommit={(low) => props.onCommit({ ...range, low })}
        />
        <NumberEntry
          label={words.range.to}
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
