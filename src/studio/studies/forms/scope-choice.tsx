import { useNetwork } from '../../budget/use-budget';
import type { Option } from '../../parts/choice';
import { Choice } from '../../parts/choice';
import { chip } from '../../state/chip';
import { useView } from '../../state/view';
import { partNames, scopeName } from '../scope';
import type { ScopeChoice as Scope } from '../settings';
import { StudyFault } from './study-fault';
import { studiesWords } from '../../words/studies';

const words = studiesWords.scopeChoice;

/** Where flaws act: everywhere, in one part, or in what is selected in the mesh. */
export function ScopeChoice(props: { readonly value: Scope; readonly onChange: (scope: Scope) => void }) {
  const network = useNetwork();
  const selected = useView((state) => state.selected);
  const names = network === undefined ? [] : partNames(network);
  const options: readonly Option<string>[] = [
    { id: 'all', name: words.wholeChip },
    ...names.map((name, part) => ({ id: `part-${part}`, name })),
    {
      id: 'selected',
      name: words.selectedInterferometer,
      note:
        network && selected
          ? scopeName(network, { kind: 'selected' }, { layout: chip.layout, selected })
          : words.noneIsSelectedInThe,
    },
  ];
  const id = props.value.kind === 'part' ? `part-${props.value.part}` : props.value.kind;
  return (
    <div className="scope-choice">
      <Choice
        label={words.flawsIn}
        // Another chip may have fewer parts.
        value={options.some((option) => option.id === id) ? id : 'all'}
        options={options}
        onChange={(chosen) => props.onChange(scopeFrom(chosen))}
      />
      <StudyFault where="scope" />
    </div>
  );
}

function scopeFrom(id: string): Scope {
  if (id === 'selected' || id === 'all') return { kind: id };
  return { kind: 'part', part: Number(id.slice('part-'.length)) };
}
