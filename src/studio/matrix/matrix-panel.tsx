import { Bookmark } from 'lucide-react';
import { UNKNOWN } from '../format/si';
import { Button } from '../parts/button';
import { Choice } from '../parts/choice';
import { MatrixView } from '../program/matrix-view';
import { PhaseWheel } from '../program/phase-wheel';
import type { Target } from '../program/target';
import { partNames, partsOf } from '../program/target';
import { chip } from '../state/chip';
import { notify } from '../state/notify';
import { matrixWords } from '../words/matrix';
import type { Compared } from './compare';
import { refusalOf } from './compare';
import { REFERENCES, saveReference, useMatrix } from './matrix-store';
import { useCompared } from './use-compared';
import '../styles/program.css';
import '../styles/matrix.css';

/** What a layer or mesh does to light, live, and how near that is to something else. */
export function MatrixPanel() {
  const { target, compared } = useCompared();
  if (target === undefined) return <p className="muted">{matrixWords.none}</p>;
  const size = target.linear.mesh.topology.modes;
  return (
    <div className="matrix-panel">
      <div className="matrix-side">
        <TargetFields target={target} />
        <ReferenceFields target={target} />
        <Fidelity compared={compared} />
      </div>
      <MatrixView name={matrixWords.complex} rows={size} columns={size} matrix={compared?.matrix} />
      <MatrixView
        name={matrixWords.power}
        rows={size}
        columns={size}
        matrix={compared?.matrix}
        look="power"
      />
      <div className="matrix-notes">
        <PhaseWheel />
        <p className="field-note">{matrixWords.key}</p>
        <p className="field-note">{matrixWords.powerKey}</p>
      </div>
    </div>
  );
}

function TargetFields({ target }: { readonly target: Target }) {
  const { network, tile } = chip;
  if (network === undefined) return null;
  const names = partNames(network, tile);
  const parts = partsOf(target.linear);
  return (
    <div className="field-row">
      <Choice
        label={matrixWords.where}
        value={String(Math.max(0, names.indexOf(target.name)))}
        options={names.map((name, index) => ({ id: String(index), name }))}
        onChange={(id) => useMatrix.setState({ layer: Number(id) })}
        isDisabled={names.length === 1}
      />
      <Choice
        label={matrixWords.part}
        value={target.part}
        options={parts.map((id) => ({
          id,
          name: matrixWords.parts[id],
          note: matrixWords.partNotes[id],
        }))}
        onChange={(part) => useMatrix.setState({ part })}
        isDisabled={parts.length === 1}
      />
    </div>
  );
}

function ReferenceFields({ target }: { readonly target: Target }) {
  const { reference, saved } = useMatrix();
  const own = saved?.network === chip.network ? saved?.parameters : undefined;
  const reasons = {
    save: matrixWords.referenceNotes.saved,
    size: matrixWords.wrongSize,
    program: matrixWords.nothingProgrammed,
  };
  return (
    <div className="matrix-reference">
      <Choice
        label={matrixWords.reference}
        value={reference}
        options={REFERENCES.map((id) => {
          const refusal = refusalOf(id, target, own);
          return {
            id,
            name: matrixWords.references[id],
            note: matrixWords.referenceNotes[id],
            refusal: refusal && reasons[refusal],
          };
        })}
        onChange={(id) => useMatrix.setState({ reference: id })}
      />
      <Button
        onPress={() => {
          saveReference();
          notify('success', matrixWords.saved);
        }}
      >
        <Bookmark aria-hidden />
        {matrixWords.save}
      </Button>
    </div>
  );
}

function Fidelity({ compared }: { readonly compared: Compared | undefined }) {
  const value = compared?.fidelity;
  return (
    <dl className="matrix-fidelity" aria-label={matrixWords.fidelity}>
      <dt>{matrixWords.fidelity}</dt>
      <dd className="tabular">
        {value === undefined || Number.isNaN(value) ? UNKNOWN : fidelityText(value)}
      </dd>
      <dd className="muted small">{matrixWords.formula}</dd>
    </dl>
  );
}

/** As many digits as tell it from 1. */
function fidelityText(value: number): string {
  const gap = 1 - value;
  if (gap < 1e-12) return '1';
  return value.toFixed(Math.min(12, Math.max(4, 2 - Math.floor(Math.log10(gap)))));
}
