import '../styles/part-tabs.css';

/** Parts of a screen, of which a phone shows one at a time. */
export function PartTabs<Id extends string>(props: {
  readonly label: string;
  readonly tab: Id;
  readonly tabs: readonly { readonly id: Id; readonly name: string }[];
  readonly onChange: (id: Id) => void;
}) {
  return (
    <nav className="part-tabs" aria-label={props.label}>
      {props.tabs.map(({ id, name }) => (
        <button
          key={id}
          type="button"
          className="screen-tab"
          aria-current={id === props.tab ? 'page' : undefined}
          onClick={() => props.onChange(id)}
        >
          {name}
        </button>
      ))}
    </nav>
  );
}
