import { X } from 'lucide-react';
import { Button, IconButton } from '../parts/button';
import { Section } from '../parts/section';
import { predictWords } from '../words/predict';
import { offerOwn, removeKept, useOwn } from './own-store';

/** Samples of the user's that were put aside, to be shown again. */
export function KeptSection() {
  const kept = useOwn((state) => state.kept);
  if (kept.length === 0) return null;
  return (
    <Section title={predictWords.kept} note={predictWords.keptNote}>
      <ul className="kept">
        {kept.map(({ id, title, input }) => (
          <li key={id}>
            <Button kind="quiet" label={predictWords.showKept(title)} onPress={() => offerOwn(input, title)}>
              {title}
            </Button>
            <IconButton label={predictWords.removeKept(title)} icon={<X />} onPress={() => removeKept(id)} />
          </li>
        ))}
      </ul>
    </Section>
  );
}
