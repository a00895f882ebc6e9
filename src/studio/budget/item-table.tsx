import { budgetWords as words } from '../words/budget';

/** One line of a budget with its share of the whole, 0 … 1, as a bar. */
export interface TableLine {
  readonly name: string;
  readonly cells: readonly string[];
  readonly share: number;
  readonly source: string;
}

/** Lines of a budget: name, bar, numbers and where they come from. */
export function ItemTable(props: {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly lines: readonly TableLine[];
  readonly total?: readonly string[];
}) {
  return (
    <table className="table tabular item-table">
      <caption className="visually-hidden">{props.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{words.itemTable.part}</th>
          <td className="item-share" aria-hidden />
          {props.columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {props.lines.map(({ name, cells, share, source }) => (
          <tr key={name} title={source}>
            <th scope="row">{name}</th>
            <td className="item-share" aria-hidden>
              <span
                className="item-bar"
                style={{ transform: `scaleX(${Math.min(1, Math.max(0, share))})` }}
              />
            </td>
            {cells.map((cell, column) => (
              <td key={props.columns[column]}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
      {props.total && (
        <tfoot>
          <tr>
            <th scope="row">{words.itemTable.inAll}</th>
            <td className="item-share" aria-hidden />
            {props.total.map((cell, column) => (
              <td key={props.columns[column]}>{cell}</td>
            ))}
          </tr>
        </tfoot>
      )}
    </table>
  );
}
