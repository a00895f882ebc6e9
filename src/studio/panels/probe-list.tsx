import { X } from 'lucide-react';
import { significant } from '../format/si';
import { phaseText } from '../mesh/reading-text';
import type { Probe } from '../mesh/probes';
import { removeProbe, removeProbes, useProbes } from '../mesh/probes';
import { chosenStage } from '../mesh/stage-ref';
import { waveguideName } from '../mesh/waveguide-name';
import { isOnChip, readWaveguide, waveguideCentre } from '../mesh/waveguides';
import { Button, IconButton } from '../parts/button';
import { Section } from '../parts/section';
import { chip } from '../state/chip';
import { useChipVersion } from '../state/use-chip';
import { inspectorWords } from '../words/inspector';

const words = inspectorWords.probes;

/** Every probe with what it reads now. */
export function ProbeList() {
  useChipVersion();
  const probes = useProbes((state) => state.probes);
  if (probes.length === 0) return null;
  return (
    <Section
      title={words.title}
      note={words.note}
      action={
        <Button kind="quiet" onPress={removeProbes}>
          {words.removeAll}
        </Button>
      }
    >
      <ul className="probe-list tabular" aria-label={words.title}>
        {probes.map((probe) => (
          <ProbeRow key={probe.id} probe={probe} />
        ))}
      </ul>
    </Section>
  );
}

function ProbeRow({ probe: { id, at } }: { readonly probe: Probe }) {
  const { layout } = chip;
  const isHere = layout !== undefined && isOnChip(layout, at);
  const reading = isHere ? readWaveguide(layout, chip.light(), at) : undefined;
  return (
    <li>
      <button
        type="button"
        className="probe-name"
        disabled={!isHere}
        aria-label={words.show(id)}
        title={words.show(id)}
        onClick={() => {
          if (layout) chosenStage.get()?.reveal(...waveguideCentre(layout, at));
        }}
      >
        {id}
      </button>
      <span className="probe-place">{isHere ? waveguideName(layout, at) : words.gone}</span>
      <span className="probe-reading">
        {reading && (
          <>
            <span>{significant(reading.power)}</span> <span className="muted">{phaseText(reading)}</span>
          </>
        )}
      </span>
      <IconButton label={words.remove(id)} icon={<X />} onPress={() => removeProbe(id)} />
    </li>
  );
}
