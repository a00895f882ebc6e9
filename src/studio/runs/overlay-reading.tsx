import type { DrawnLine } from './overlay-lines';
import { valueAt } from './overlay-data';
import type { Place } from './overlay-plot';

/** Lines whose value is read at once. */
const MOST = 12;

/** What the lines say at one place, the largest first. */
export function Reading(props: {
  readonly lines: readonly DrawnLine[];
  readonly place: Place;
  readonly title: string;
  readonly text: (value: number) => string;
  readonly hue: (colour: number) => string;
}) {
  const values = props.lines.flatMap(({ key, kind, title, colour, line }) => {
    if (kind === 'low' || kind === 'high') return [];
    const value = valueAt(line, props.place.at);
    return value === undefined ? [] : [{ key, kind, title, colour, value }];
  });
  if (values.length === 0) return null;
  values.sort((a, b) => b.value - a.value);
  return (
    <div className="reading small" data-side={props.place.isRight ? 'left' : 'right'} aria-hidden>
      <div className="muted tabular">{props.title}</div>
      {values.slice(0, MOST).map(({ key, kind, title, colour, value }) => (
        <div key={key} className="reading-line">
          <svg viewBox="0 0 14 4" className="reading-stroke">
            <path
              d="M0 2h14"
              stroke={props.hue(colour)}
              strokeDasharray={kind === 'test' ? '4 3' : undefined}
            />
          </svg>
          <span className="reading-name">{title}</span>
          <span className="tabular">{props.text(value)}</span>
        </div>
      ))}
    </div>
  );
}
