/** What a chart shows and over what. */
export function ChartTitle({ title, note }: { readonly title: string; readonly note: string }) {
  return (
    <figcaption className="chart-title">
      <strong>{title}</strong> <span className="muted">{note}</span>
    </figcaption>
  );
}
