import type { NetworkPlan } from '../../learning/plan';
import { ok } from '../../lib/result';
import { Choice } from '../parts/choice';
import { NumberEntry } from '../parts/number-entry';
import { Toggle } from '../parts/toggle';
import { chip } from '../state/chip';
import { programWords } from '../words/program';
import { OwnMatrix } from './own-matrix';
import { choose, useProgram } from './program-store';
import type { Target } from './target';
import { hasErrors, partNames, partsOf } from './target';

const words = programWords.source;

const SOURCES = (['identity', 'dft', 'hadamard', 'permutation', 'haar', 'own'] as const).map((id) => ({
  id,
  name: words.names[id],
  note: words.notes[id],
}));

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
          label={words.where}
          value={String(layer)}
          options={names.map((name, index) => ({ id: String(index), name }))}
          onChange={(id) => choose({ layer: Number(id) })}
          isDisabled={names.length === 1}
        />
        <Choice
          label={words.set}
          value={target.part}
          options={partsOf(target.linear).map((id) => ({ id, ...words.parts[id] }))}
          onChange={(part) => choose({ part })}
        />
      </div>
      <div className="field-row field-row-lead">
        <Choice
          label={words.matrix}
          value={source}
          options={SOURCES}
          onChange={(id) => choose({ source: id })}
        />
        {(source === 'permutation' || source === 'haar') && (
          <NumberEntry
            label={words.seed}
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
            {programWords.faultText(fault.message, fault.fix)}
          </p>
        )
      )}
      {hasErrors(target) && !target.isReal && (
        <Toggle label={words.useErrors} isOn={useErrors} onChange={(isOn) => choose({ useErrors: isOn })} />
      )}
    </>
  );
}
