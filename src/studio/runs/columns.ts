import type { RunRecord } from '../../library/store/records';
import { formatClock, formatCount, formatPercent, formatSi, significant, UNKNOWN } from '../format/si';
import { runsWords } from '../words/runs';
import { settingName, settingValues } from '../words/settings';
import type { SettingsComparison, SettingValue } from './settings';
import { compareSettings, settingsOf, settingText } from './settings';

/** A column of the run table and of its exports. */
export interface Column {
  readonly id: string;
  readonly name: string;
  /** Of the plain numbers that are exported; on screen units stand with the numbers. */
  readonly unit: string | undefined;
  /** How its numbers came about. */
  readonly origin: 'measured' | undefined;
  readonly width: number;
  readonly isNumeric: boolean;
  /** Sorting starts with the large ones. */
  readonly isFallingFirst: boolean;
  /** For sorting and exporting; undefined where it is not known. */
  readonly value: (run: RunRecord) => string | number | boolean | undefined;
  /** For reading. */
  readonly text: (run: RunRecord) => string;
}

const { columns: names } = runsWords;

function figure(
  id: string,
  name: string,
  unit: string | undefined,
  value: (run: RunRecord) => number | undefined,
  format: (value: number) => string,
  width = 88,
): Column {
  return {
    id,
    name,
    unit,
    origin: 'measured',
    width,
    isNumeric: true,
    isFallingFirst: true,
    value,
    text: (run) => {
      const known = value(run);
      return known === undefined ? UNKNOWN : format(known);
    },
  };
}

const inLoss = (value: number): string => significant(value);

/** Figures of every run. */
export const FIGURE_COLUMNS: readonly Column[] = [
  figure(
    'testAccuracy',
    names.testAccuracy,
    undefined,
    ({ figures }) => figures.testAccuracy,
    formatPercent,
    84,
  ),
  {
    ...figure('testLoss', names.testLoss, undefined, ({ figures }) => figures.testLoss, inLoss, 80),
    isFallingFirst: false,
  },
  {
    ...figure('trainLoss', names.trainLoss, undefined, ({ figures }) => figures.trainLoss, inLoss, 84),
    isFallingFirst: false,
  },
  { ...figure('step', names.step, undefined, ({ step }) => step, formatCount, 72), origin: undefined },
  figure(
    'chipPasses',
    names.chipPasses,
    undefined,
    ({ figures }) => figures.chipPasses,
    (value) => formatSi(value, ''),
    92,
  ),
  figure('seconds', names.seconds, 's', ({ figures }) => figures.seconds, formatSeconds, 72),
  figure(
    'speed',
    names.speed,
    '1/s',
    ({ figures }) => figures.samplesPerSecond,
    (value) => formatSi(value, '/s'),
    88,
  ),
];

/** Under a minute with its fractions, above as on a clock. */
function formatSeconds(value: number): string {
  return value < 60 ? formatSi(value, 's') : formatClock(value);
}

const text = (id: string, name: string, width: number, value: (run: RunRecord) => string): Column => ({
  id,
  name,
  unit: undefined,
  origin: undefined,
  width,
  isNumeric: false,
  isFallingFirst: false,
  value,
  text: value,
});

export const STATE_COLUMN = text('state', names.state, 96, stateText);
export const BACKEND_COLUMN = text('backend', names.backend, 150, ({ backend }) => backend);
export const CREATED_COLUMN: Column = {
  ...text('created', names.created, 116, ({ createdAt }) => formatMoment(createdAt)),
  isFallingFirst: true,
  value: ({ createdAt }) => createdAt,
};

export function stateText({ state, interrupted }: RunRecord): string {
  return interrupted ? runsWords.interrupted : runsWords.states[state];
}

const MOMENT = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
});

export function formatMoment(time: number): string {
  return MOMENT.format(time);
}

const settings = new WeakMap<object, ReadonlyMap<string, SettingValue>>();

/** The same map for the same experiment. */
export function settingsOfRun({ experiment }: RunRecord): ReadonlyMap<string, SettingValue> {
  let known = settings.get(experiment);
  if (known === undefined) {
    known = settingsOf(experiment);
    settings.set(experiment, known);
  }
  return known;
}

export function compareRuns(runs: readonly RunRecord[]): SettingsComparison {
  return compareSettings(runs.map(settingsOfRun));
}

/** A column for a setting; values that were changed during the run are all said. */
export function settingColumn(path: string, isNumeric = false): Column {
  const { name, unit } = settingName(path);
  const headed = unit === undefined ? name : `${name} (${unit})`;
  return {
    id: `setting:${path}`,
    name,
    unit,
    origin: undefined,
    width: Math.min(190, Math.max(76, 30 + 6.6 * headed.length)),
    isNumeric,
    isFallingFirst: false,
    value: (run) => settingsOfRun(run).get(path),
    text: (run) => {
      const all = settingsOfRun(run);
      const now = settingText(all.get(path), path, all);
      const before = run.edits.find((edit) => edit.path === path);
      return before === undefined ? now : settingValues.changed(settingText(plain(before.from), path), now);
    },
  };
}

function plain(value: unknown): SettingValue {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? value
    : undefined;
}

/** All that can be sorted by; `setting:` columns are made as they are asked for. */
export function columnOf(id: string): Column | undefined {
  if (id.startsWith('setting:')) return settingColumn(id.slice('setting:'.length));
  return [NAME_COLUMN, ...FIGURE_COLUMNS, STATE_COLUMN, BACKEND_COLUMN, CREATED_COLUMN].find(
    (column) => column.id === id,
  );
}

export const NAME_COLUMN = text('name', names.name, 260, (run) =>
  run.name === '' ? run.experiment.name : run.name,
);
