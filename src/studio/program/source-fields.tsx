import type { NetworkPlan } from '../../learning/plan';
import { ok } from '../../lib/result';
import { Choice } from '../parts/choice';
import { NumberEntry } from '../parts/number-entry';
import { Toggle } from '../parts/toggle';
import { chip } from '../state/chip';
import { OwnMatrix } from './own-matrix';
import type { ProgramChoice } from './program-store';
import { choose, useProgram } from './program-store';
import type { Part, Target } from './target';
import { hasErrors, partNames, partsOf } from './target';

const SOURCES: readonly {
  readonly id: ProgramChoice['source'];
  readonly name: string;
  readonly note: string;
}[] = [
  { id: 'identity', name: 'Identity', note: 'Every input to its own output' },
  { id: 'dft', name: 'Fourier transform', note: 'Unitary DFT' },
  { id: 'hadamard', name: 'Hadamard', note: '±1/√N, for powers of two' },
  { id: 'permutation', name: 'Permutation', note: 'Shuffled outputs, by seed' },
  { id: 'haar', name: 'Haar-random', note: 'A random unitary, by seed' },
  { id: 'own', name: 'Your own', note: 'Pasted text, CSV or npy' },
];

const PARTS: Readonly<Record<Part, { readonly name: string; readonly note: string }>> = {
  layer: { name: 'U · Σ · V†', note: 'Both meshes and attenuators: any matrix' },
  U: { name: 'Mesh U', note: 'Unitary matrices' },
  V: { name: 'Mesh V', note: 'Unitary matrices' },
};

/** Which matrix goes where. */
export function SourceFields({
  network,
  target,
}: {
  readonly network: NetworkPlan;
  readonly target: Target;
}) {
  const { source, seed, useErrors, fault } = useProgram();
  const names = partNames(network, chip.tile);
  const layer = names.indexOf(target.name);
  return (
    <>
      <div className="field-row">
        <Choice
          label="Where"
          value={String(layer)}
          options={names.map((name, index) => ({ id: String(index), name }))}
          onChange={(id) => choose({ layer: Number(id) })}
          isDisabled={names.length === 1}
        />
        <Choice
          label="Set"
          value={target.part}
          options={partsOf(target.linear).map((id) => ({ id, ...PARTS[id] }))}
          onChange={(part) => choose({ part })}
        />
      </div>
      <div className="field-row field-row-lead">
        <Choice label="Matrix" value={source} options={SOURCES} onChange={(id) => choose({ source: id })} />
        {(source === 'permutation' || source === 'haar') && (
          <NumberEntry
            label="Seed"
            value={seed}
            onCommit={(value) => {
              const whole = Math.max(0, Math.round(value)) % 2 ** 32;
              choose({ seed: whole });
              return ok(whole);
            }}
          />
        )}
      </div>
      {source === 'own' ? (
        <OwnMatrix />
      ) : (
        fault && (
          <p className="field-error" role="alert">
            {fault.message} {fault.fix}
          </p>
        )
      )}
      {hasErrors(target) && !target.isReal && (
        <Toggle
          label="Use the die’s known errors"
          isOn={useErrors}
          onChange={(isOn) => choose({ useErrors: isOn })}
        />
      )}
    </>
  );
}
