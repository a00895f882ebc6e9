import { networkBudget, heatOf } from '../budget/network-budget';
import type { NetworkBudget } from '../budget/network-budget';
import { describeChip } from '../design/describe';
import { formatCount, formatPercent, formatSi } from '../format/si';
import { escaped } from '../format/xml';
import { useTilesOnChip } from '../budget/use-budget';
import { manifestText } from '../../library/formats/manifest';
import { sumOf } from '../../photonics/budget/item';
import { trainingLog } from '../state/training-log';
import { exportWords } from '../words/export';
import type { ExportContext } from './export-context';
import { fileStem } from './export-context';
import type { ExportFile } from './file-preview';
import { REPORT_STYLE } from './report-style';
import { curveSvg } from './report-plot';

const words = exportWords.report;

/**
 * One page that says what was trained, how well, and what the modelled chip takes; without scripts, for print.
 * @param picture of the chip, as SVG text, if there is one
 */
export function reportFile(context: ExportContext, picture: string | undefined): ExportFile {
  const { experiment, manifest } = context;
  const html = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>${escaped(experiment.name)}</title>
<style>${REPORT_STYLE}</style>
</head>
<body>
<header>
<h1>${escaped(experiment.name)}</h1>
<p>${escaped(words.made(manifest.date.slice(0, 10), manifest.studio.version))}</p>
</header>
${figures(context)}
<div class="columns">
${section(words.experiment, experimentRows(context))}
${section(words.curves, curves())}
</div>
${picture === undefined ? '' : section(words.picture, `<figure>${inlined(picture)}</figure>`)}
<div class="columns">
${section(words.budget, budgetTable(budgetOf(context)))}
${section(words.confusion, confusion(context))}
</div>
${section(words.manifest, `<pre>${escaped(manifestText(manifest))}</pre>`)}
</body>
</html>
`;
  return {
    name: `${fileStem(experiment)}-report.html`,
    type: 'text/html',
    bytes: new TextEncoder().encode(html),
    preview: { kind: 'page' },
    notes: [],
  };
}

/** As an image, so that nothing in it reaches the page. */
function inlined(svg: string): string {
  return `<img alt="${escaped(words.pictureText)}" src="data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}">`;
}

function budgetOf({ experiment, network, parameters }: ExportContext): NetworkBudget {
  return networkBudget(experiment, network, heatOf(network, parameters), useTilesOnChip.getState().count);
}

function figures(context: ExportContext): string {
  const { test, manifest } = context;
  const { pass, inference, profile } = budgetOf(context);
  const kind = `${words.modelled}, ${profile.name}`;
  const rows: readonly (readonly [string, string, string])[] = [
    [
      words.accuracy,
      test === undefined ? '–' : formatPercent(test.evaluation.accuracy),
      manifest.accuracy?.kind ?? words.notMeasured,
    ],
    [words.latency, formatSi(inference.latency * 1e-12, 's'), kind],
    [words.energy, formatSi(inference.energy * 1e-12, 'J'), kind],
    [words.energyPerMac, formatSi(inference.energyPerMac * 1e-15, 'J'), kind],
    [words.loss, `${sumOf(pass.loss).toFixed(1)} dB`, kind],
    [words.footprint, `${pass.footprint.toPrecision(3)} mm²`, kind],
  ];
  return `<dl class="figures">${rows
    .map(
      ([name, value, note]) =>
        `<div><dt>${escaped(name)}</dt><dd>${escaped(value)}</dd><dd class="note">${escaped(note)}</dd></div>`,
    )
    .join('')}</dl>`;
}

function experimentRows({ experiment, manifest, info }: ExportContext): string {
  const { task, training, hardware, seed } = experiment;
  const total = manifest.totalSteps;
  const rows: readonly (readonly [string, string])[] = [
    [words.task, `${task.dataset}, ${task.source}`],
    [words.data, info?.provenance.text ?? '–'],
    [words.network, describeChip(experiment)],
    [words.platform, hardware.preset],
    [
      words.training,
      words.trainingText(
        training.method.kind,
        formatCount(manifest.step),
        total === null ? '–' : formatCount(total),
      ),
    ],
    [words.seed, String(seed)],
  ];
  return table(
    [],
    rows.map((row) => [...row]),
  );
}

function curves(): string {
  const { firstStep } = trainingLog;
  const drawn = [
    { title: words.lossCurve, values: trainingLog.loss.view() },
    { title: words.accuracyCurve, values: trainingLog.accuracy.view() },
  ].map(({ title, values }) => {
    const svg = curveSvg({ title, firstStep, values, xName: words.step });
    return svg === '' ? '' : `<figure>${svg}<figcaption>${escaped(title)}</figcaption></figure>`;
  });
  const text = drawn.join('');
  return text === '' ? `<p>${escaped(words.untrained)}</p>` : text;
}

function budgetTable({ pass }: NetworkBudget): string {
  const rows = [
    ...pass.loss.map(({ name, value, source }) => [name, `${value.toPrecision(3)} dB`, source]),
    ...pass.power.map(({ name, value, source }) => [name, formatSi(value * 1e-3, 'W'), source]),
  ];
  return table([words.item, words.amount, words.source], rows);
}

/** Classes that a table shows. */
const MAX_CLASSES = 16;

function confusion({ test, info }: ExportContext): string {
  const names = info?.classNames ?? [];
  if (test === undefined || names.length === 0 || names.length > MAX_CLASSES)
    return `<p>${escaped(words.notMeasured)}</p>`;
  const { confusion: counts } = test.evaluation;
  const n = names.length;
  const rows = names.map((name, row) => {
    const own = Array.from({ length: n }, (_, column) => counts[row * n + column] ?? 0);
    const total = Math.max(
      1,
      own.reduce((a, b) => a + b, 0),
    );
    const cells = own.map((count) => {
      const shade = Math.round((100 * count) / total);
      return `<td style="background:color-mix(in srgb,#0b62c4 ${Math.round(shade * 0.6)}%,#fff)">${count}</td>`;
    });
    return `<tr><th>${escaped(name)}</th>${cells.join('')}</tr>`;
  });
  const head = names.map((name) => `<th>${escaped(name)}</th>`).join('');
  return `<table class="confusion"><tr><th>${escaped(words.truth)}</th>${head}</tr>${rows.join('')}</table>`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[], cell: 'th' | 'td'): string =>
    `<tr>${cells.map((text) => `<${cell}>${escaped(text)}</${cell}>`).join('')}</tr>`;
  return `<table>${head.length === 0 ? '' : line(head, 'th')}${rows.map((row) => line(row, 'td')).join('')}</table>`;
}

function section(title: string, body: string): string {
  return `<section><h2>${escaped(title)}</h2>${body}</section>`;
}
