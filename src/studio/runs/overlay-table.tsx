import { runsWords } from '../words/runs';
import type { DrawnLine } from './overlay-lines';

/** Where each curve ends, for those who do not see the drawing. */
export function OverlayTable(props: {
  readonly lines: readonly DrawnLine[];
  readonly caption: string;
  readonly text: (value: number) => string;
}) {
  const ends = props.lines.filter(({ kind }) => kind === 'train' || kind === 'test');
  if (ends.length === 0) return null;
  return (
    <div className="visually-hidden">
      <table>
        <caption>{`${props.caption}. ${runsWords.chartTable}`}</caption>
        <tbody>
          {ends.map(({ key, title, kind, line }) => (
            <tr key={key}>
              <th scope="row">{`${title}, ${kind === 'test' ? runsWords.test : runsWords.train}`}</th>
              <td>{props.text(line.y.at(-1) ?? Number.NaN)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
