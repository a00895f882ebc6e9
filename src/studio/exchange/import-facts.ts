import type { OwnPart } from '../../data/own-files';
import type { ReadMatrix } from '../../data/matrix-limits';
import { validateExperiment } from '../../experiment/validate';
import { ARCHIVE_MANIFEST } from '../../library/formats/archive';
import { parseJson, recordOf } from '../../library/formats/safe-json';
import { frobenius } from '../../photonics/complex-matrix';
import { describeChip } from '../design/describe';
import { differences } from '../documents/differences';
import { formatAngle, formatCount, formatPercent, significant } from '../format/si';
import { chip } from '../state/chip';
import { currentExperiment } from '../state/experiment-store';
import { withData } from '../state/files';
import { useRun } from '../state/run-store';
import { exchangeWords } from '../words/exchange';
import type { ImportItem, ItemOf } from './import-items';

export type Fact = readonly [name: string, value: string];

const words = exchangeWords.facts;

/** What an item is, for the preview. */
export function factsOf(item: ImportItem): readonly Fact[] {
  switch (item.kind) {
    case 'experiment':
      return experimentFacts(item.experiment);
    case 'archive':
      return archiveFacts(item);
    case 'parameters':
      return parameterFacts(item);
    case 'matrix':
      return matrixFacts(item.matrix, item.others);
    case 'data':
      return item.parts.map(partFact);
    case 'image':
      return [[words.type, item.type]];
  }
}

/** What will be different once it is taken: nothing of it has happened yet. */
export function changesOf(item: ImportItem, trains: boolean): readonly string[] {
  switch (item.kind) {
    case 'experiment':
      return experimentChanges(item.experiment);
    case 'archive':
      return experimentChanges(item.archive.experiment);
    case 'parameters':
      return parameterChanges(item);
    case 'matrix':
      return [exchangeWords.effects.matrix];
    case 'data': {
      const after = trains ? validateExperiment(withData(currentExperiment(), item.parts)) : undefined;
      const settings = after?.ok === true ? experimentChanges(after.value) : [];
      return [...settings, exchangeWords.effects.reopen];
    }
    case 'image':
      return [exchangeWords.effects.image];
  }
}

function experimentChanges(after: ItemOf<'experiment'>['experiment']): readonly string[] {
  return differences(currentExperiment(), after).map(
    ({ name, before, after: now }) => `${name}: ${before} → ${now}`,
  );
}

function experimentFacts(experiment: ItemOf<'experiment'>['experiment']): readonly Fact[] {
  return [
    [words.name, experiment.name],
    [words.task, `${experiment.task.dataset}, ${experiment.task.source}`],
    [words.chip, describeChip(experiment)],
    [words.seed, String(experiment.seed)],
  ];
}

function archiveFacts({ archive, name }: ItemOf<'archive'>): readonly Fact[] {
  const { tensors } = archive;
  const count = tensors?.reduce((sum, { values }) => sum + values.length, 0);
  return [
    ...experimentFacts(archive.experiment),
    [words.trained, count === undefined ? words.designOnly : words.trainedCount(formatCount(count))],
    ...manifestFacts(archive.files.get(ARCHIVE_MANIFEST), name),
    [words.inside, [...archive.files.keys()].join(', ')],
  ];
}

/** What the manifest tells, where it is there and readable: nothing depends on it. */
function manifestFacts(bytes: Uint8Array | undefined, name: string): readonly Fact[] {
  if (bytes === undefined) return [];
  try {
    const manifest = recordOf(parseJson(new TextDecoder().decode(bytes), name));
    const accuracy = recordOf(manifest?.['accuracy']);
    const [date, value, kind] = [manifest?.['date'], accuracy?.['value'], accuracy?.['kind']];
    return [
      ...(typeof date === 'string' ? [[words.made, date.slice(0, 40)] as const] : []),
      ...(typeof value === 'number' && typeof kind === 'string'
        ? [[words.accuracy, `${formatPercent(value)}, ${kind.slice(0, 80)}`] as const]
        : []),
    ];
  } catch {
    return [];
  }
}

function parameterFacts({ source, matched }: ItemOf<'parameters'>): readonly Fact[] {
  if (!matched.ok) return [[words.type, source]];
  const { used, missing, unknown, parameters } = matched.value;
  return [
    [words.type, source],
    [words.numbers, formatCount(parameters.length)],
    [words.fits, missing.length === 0 ? words.fitsAll : words.fitsSome(used.length, missing.length)],
    ...(unknown.length === 0 ? [] : [[words.unknown, listed(unknown)] as const]),
  ];
}

function parameterChanges({ matched }: ItemOf<'parameters'>): readonly string[] {
  if (!matched.ok) return [];
  const { parameters } = matched.value;
  let moved = 0;
  let largest = 0;
  parameters.forEach((value, i) => {
    const distance = Math.abs(value - (chip.parameters[i] ?? 0));
    if (distance > 0) moved++;
    largest = Math.max(largest, distance);
  });
  if (moved === 0) return [];
  const isRunning = useRun.getState().state === 'running';
  return [
    exchangeWords.effects.phases(formatCount(moved), formatAngle(largest)),
    ...(isRunning ? [exchangeWords.effects.running] : []),
  ];
}

function matrixFacts(matrix: ReadMatrix, others: readonly string[]): readonly Fact[] {
  const { rows, columns } = matrix;
  return [
    [words.size, `${rows} × ${columns}`],
    [words.unitary, rows === columns ? unitaryText(matrix) : words.square],
    ...(others.length === 0 ? [] : [[words.others, listed(others)] as const]),
  ];
}

/** Sizes for which M†M is computed at once. */
const QUICK = 128;
/** Deviations that rounding to a few digits makes. */
const CLOSE = 1e-3;

function unitaryText({ rows: n, re, im }: ReadMatrix): string {
  if (n > QUICK) return '–';
  const product = { re: new Float64Array(n * n), im: new Float64Array(n * n) };
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      let [x, y] = [i === j ? -1 : 0, 0];
      for (let k = 0; k < n; k++) {
        const [a, b] = [re[k * n + i] ?? 0, im[k * n + i] ?? 0];
        const [c, d] = [re[k * n + j] ?? 0, im[k * n + j] ?? 0];
        x += a * c + b * d;
        y += a * d - b * c;
      }
      product.re[i * n + j] = x;
      product.im[i * n + j] = y;
    }
  }
  const deviation = frobenius(product);
  return deviation < CLOSE ? words.unitaryYes : words.unitaryNo(significant(deviation, 2));
}

function partFact(part: OwnPart): Fact {
  switch (part.kind) {
    case 'table': {
      const { rows, classNames } = part.table;
      const inputs = `${rows.columns.length} ${words.columns.toLowerCase()}: ${listed(rows.columns)}`;
      return [
        part.name,
        `${words.rows(formatCount(rows.count))}; ${inputs}; ${words.classes.toLowerCase()}: ${listed(classNames)}`,
      ];
    }
    case 'images':
      return [part.name, words.images(formatCount(part.images.count), part.images.width, part.images.height)];
    case 'labels':
      return [part.name, words.labels(formatCount(part.labels.count))];
    case 'cifar':
      return [part.name, words.images(formatCount(part.split.count), 32, 32)];
  }
}

const SHOWN = 6;

function listed(names: readonly string[]): string {
  const shown = names.slice(0, SHOWN).map((name) => name.slice(0, 40));
  const rest = names.length - shown.length;
  return [...shown, ...(rest > 0 ? [exchangeWords.more(rest)] : [])].join(', ');
}
