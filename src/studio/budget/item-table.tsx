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
          <th scope="col">Part</th>
          {props.columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
          <th scope="col" className="source">
            Source
          </th>
        </tr>
      </thead>
      <tbody>
        {props.lines.map(({ name, cells, share, source }) => (
          <tr key={name}>
            <th scope="row">
              {name}
              <span className="item-bar" aria-hidden>
                <span style={{ transform: `scaleX(${Math.min(1, Math.max(0, share))})` }} />
              </span>
            </th>
            {cells.map((cell, column) => (
              <td key={props.columns[column]}>{cell}</td>
            ))}
            <td className="source" title={source}>
              {source}
            </td>
          </tr>
        ))}
      </tbody>
      {props.total && (
        <tfoot>
          <tr>
            <th scope="row">In all</th>
            {props.total.map((cell, column) => (
              <td key={props.columns[column]}>{cell}</td>
            ))}
            <td className="source" />
          </tr>
        </tfoot>
      )}
    </table>
  );
}
