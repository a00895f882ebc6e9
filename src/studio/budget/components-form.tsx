import { RotateCcw } from 'lucide-react';
import type { Hardware } from '../../experiment/schema';
import type { Result } from '../../lib/result';
import type { ComponentId } from '../../photonics/budget/component-ids';
import { componentsOf } from '../../photonics/budget/components';
import { HARDWARE_PROFILES } from '../../photonics/hardware';
import { edit, editOrTell } from '../design/use-edit';
import { plainNumber, siParts } from '../format/si';
import { IconButton } from '../parts/button';
import { NumberEntry } from '../parts/number-entry';
import { useExperiment } from '../state/experiment-store';
import { budgetWords as words } from '../words/budget';

/** Constants of the chip's parts, to be changed for this experiment: value, unit, bounds and source. */
export function ComponentsForm({ ids }: { readonly ids: readonly ComponentId[] }) {
  const hardware = useExperiment((state) => state.experiment.hardware);
  const profile = HARDWARE_PROFILES[hardware.preset];
  const platform = componentsOf(profile, {});
  return (
    <div className="constants" role="group" aria-label={words.components.constants}>
      <h3>{words.components.constants}</h3>
      {ids.map((id) => {
        const { name, unit, value: usual, source, low, high } = platform[id];
        const own = hardware.components[id];
        return (
          <div key={id} className="constant">
            <NumberEntry
              label={name}
              value={own ?? usual}
              {...(unit === '' ? {} : { unit })}
              {...((own ?? usual) === 0 ? { step: 0.1 } : { factor: 1.1 })}
              hint={range(low, high, unit)}
              onCommit={(value) => setComponent(id, value, usual)}
            />
            {own !== undefined && (
              <IconButton
                label={words.components.reset(name, plainNumber(usual), unit)}
                icon={<RotateCcw />}
                onPress={() =>
                  editOrTell((current) => ({ ...current, hardware: without(current.hardware, id) }))
                }
              />
            )}
            <p className="constant-note">
              {own === undefined
                ? `${range(low, high, unit)} · ${source}`
                : words.components.own(range(low, high, unit), plainNumber(usual))}
              {overruled(id, hardware)}
            </p>
          </div>
        );
      })}
    </div>
  );
}

function range(low: number, high: number, unit: string): string {
  return `${short(low)}–${short(high)}${unit === '' ? '' : ` ${unit}`}`;
}

/** The platform's own value is no change. */
function setComponent(id: ComponentId, value: number, usual: number): Result<unknown> {
  return edit((current) => {
    const { hardware } = current;
    const changed = value === usual ? without(hardware, id) : withComponent(hardware, id, value);
    return { ...current, hardware: changed };
  });
}

function withComponent(hardware: Hardware, id: ComponentId, value: number): Hardware {
  return { ...hardware, components: { ...hardware.components, [id]: value } };
}

function without(hardware: Hardware, id: ComponentId): Hardware {
  const { [id]: _gone, ...components } = hardware.components;
  return { ...hardware, components };
}

/** Where a loss of the simulated chip goes before the constant. */
function overruled(id: ComponentId, hardware: Hardware): string {
  const of = {
    mziLoss: 'insertionLoss',
    crossingLoss: 'crossingLoss',
    waveguideLoss: 'propagationLoss',
  } as const;
  if (!(id in of)) return '';
  const value = hardware[of[id as keyof typeof of]];
  return value > 0 ? words.components.overruled(plainNumber(value)) : '';
}

/** 100k, 1n */
function short(value: number): string {
  return value === 0 || (value >= 0.001 && value < 10_000)
    ? plainNumber(value)
    : siParts(value, '', 1).join('');
}
