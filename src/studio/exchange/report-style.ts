/** The report's own style: dark on white, one A4 page where it fits. */
export const REPORT_STYLE = `
@page { size: A4; margin: 12mm; }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 16px; max-width: 800px; font: 11px/1.45 system-ui, sans-serif; color: #141922; background: #fff; }
header { display: flex; justify-content: space-between; align-items: baseline; gap: 16px; border-bottom: 1px solid #d5dbe4; }
header p { color: #566273; }
h1 { margin: 0 0 6px; font-size: 18px; font-weight: 600; }
h2 { margin: 0 0 4px; font-size: 12px; font-weight: 600; }
section { break-inside: avoid; margin-top: 12px; min-width: 0; }
.figures { display: grid; grid-template-columns: repeat(3, 1fr); gap: 8px 16px; margin: 12px 0 0; }
.figures dt { color: #566273; }
.figures dd { margin: 0; font-size: 16px; font-variant-numeric: tabular-nums; }
.figures dd.note { font-size: 10px; color: #566273; }
.columns { display: grid; grid-template-columns: 1fr 1fr; gap: 0 24px; }
table { width: 100%; border-collapse: collapse; }
td, th { padding: 2px 6px 2px 0; border-bottom: 1px solid #e7ebf0; text-align: left; vertical-align: top; font-weight: 400; font-variant-numeric: tabular-nums; }
th { color: #566273; }
.confusion td, .confusion th { padding: 2px 4px; text-align: right; }
figure { margin: 0 0 8px; }
figcaption { color: #566273; }
img { max-width: 100%; max-height: 260px; }
svg { width: 100%; }
svg text { font-size: 9px; fill: #566273; }
.axis { fill: none; stroke: #c3ccd8; }
.line { fill: none; stroke: #0b62c4; stroke-width: 1.2; }
pre { margin: 0; font-size: 9px; white-space: pre-wrap; overflow-wrap: anywhere; color: #566273; }
@media print { body { padding: 0; max-width: none; } }
@media (max-width: 640px) { .columns, .figures { grid-template-columns: 1fr; } }
`;
