import { ChevronDown } from 'lucide-react';
import type { ComponentProps } from 'react';
import type { Choice } from './choice';
import { Later } from './later';
import { loadable } from './loadable';

export const choice = loadable<ComponentProps<typeof Choice<string>>>(
  async () => (await import('./choice')).Choice,
);

/** A {@link Choice} on the first screen: it looks like itself before what opens its list is loaded. */
export function ChoiceLater<Id extends string>(props: ComponentProps<typeof Choice<Id>>) {
  const chosen = props.options.find(({ id }) => id === props.value);
  const room = (
    <div className="field" aria-hidden>
      {props.hideLabel !== true && <span className="field-label">{props.label}</span>}
      <span className="select-button">
        <span className="select-value">{chosen?.name}</span>
        <ChevronDown />
      </span>
    </div>
  );
  return (
    <Later room={room}>
      <choice.Part
        {...props}
        onChange={(id) => {
          const option = props.options.find((each) => each.id === id);
          if (option !== undefined) props.onChange(option.id);
        }}
      />
    </Later>
  );
}
