import type { Experiment } from '../../experiment/schema';
import { validateExperiment } from '../../experiment/validate';
import type { StoredSweep, SweepAxis, SweepValue } from '../../library/store/sweep-record';
import type { NewSweep } from '../../library/store/sweeps';
import type { Fault } from '../../lib/fault';
import { plainNumber } from '../format/si';
import { sweepsWords } from '../words/sweeps';
import type { Sweepable } from './sweepable';
import { sweepableSettings } from './sweepable';
import type { Trial } from '../../library/sweeps/trials';
import { gridSize, MOST_TRIALS, trialsOf } from '../../library/sweeps/trials';
import type { ValuesDraft } from './values';
import { readValues } from './values';

/** A sweep as it is being typed. */
export interface SweepDraft {
  /** As typed; empty takes the usual one. */
  readonly name: string;
  readonly kind: 'train' | 'dies';
  readonly axes: readonly AxisDraft[];
  readonly search: 'grid' | 'random';
  readonly trials: string;
  readonly seed: string;
  readonly backend: StoredSweep['backend'];
  readonly dies: DiesDraft;
}

export interface AxisDraft {
  readonly path: string;
  readonly values: ValuesDraft;
}

export interface DiesDraft {
  readonly count: string;
  readonly first: string;
  readonly samples: string;
  readonly splitterError: string;
  readonly phaseError: string;
}

/** What a draft comes to: the sweep, or what is wrong and in which field. */
export interface ReadDraft {
  readonly sweep: NewSweep | undefined;
  readonly trials: readonly Trial[];
  /** By the field: an axis' path, `trials`, `seed`, `settings`, or one of {@link DiesDraft}. */
  readonly faults: ReadonlyMap<string, Fault>;
}

const words = sweepsWords.faults;
/** Test samples that tell accuracies of dies apart by about a point. */
const USUAL_SAMPLES = 2000;

/** What a sweep of this experiment usually is: three learning rates around its own, three seeds. */
export function usualDraft(base: Experiment): SweepDraft {
  const rate = base.training.learningRate;
  const { splitterError, phaseError, die } = base.hardware;
  const hasErrors = splitterError > 0 || phaseError > 0;
  return {
    name: '',
    kind: 'train',
    axes: [
      {
        path: 'training.learningRate',
        values: { kind: 'list', text: [rate / 3, rate, Math.min(10, 3 * rate)].map(short).join(', ') },
      },
      { path: 'seed', values: { kind: 'count', from: String(base.seed), count: '3' } },
    ],
    search: 'grid',
    trials: '20',
    seed: '1',
    backend: 'wasm',
    dies: {
      count: '100',
      first: String(die),
      samples: String(USUAL_SAMPLES),
      splitterError: String(hasErrors ? splitterError : 0.02),
      phaseError: String(hasErrors ? phaseError : 0.01),
    },
  };
}

function short(value: number): string {
  return String(Number(value.toPrecision(2)));
}

/** The draft that a sweep could have been made from. */
export function draftOf(sweep: StoredSweep): SweepDraft {
  const usual = usualDraft(sweep.base);
  const { plan, work } = sweep;
  return {
    ...usual,
    name: sweep.name,
    kind: work.kind,
    axes: work.kind === 'dies' ? usual.axes : sweep.axes.map(axisDraftOf),
    search: plan.kind,
    ...(plan.kind === 'random' ? { trials: String(plan.trials), seed: String(plan.seed) } : {}),
    backend: sweep.backend,
    dies:
      work.kind === 'dies'
        ? { ...usual.dies, count: String(work.dies), samples: String(work.samples) }
        : usual.dies,
  };
}

function axisDraftOf({ path, values }: SweepAxis): AxisDraft {
  return values.every((value) => typeof value === 'number')
    ? { path, values: { kind: 'list', text: values.map(plainNumber).join(', ') } }
    : { path, values: { kind: 'chosen', chosen: values.map(String) } };
}

/** A setting that is added: around its present value, or all there is to choose. */
export function newAxis({ path, kind, now }: Sweepable): AxisDraft {
  if (path === 'seed' || path === 'hardware.die')
    return { path, values: { kind: 'count', from: String(now ?? 0), count: '5' } };
  if (kind.kind === 'choice') return { path, values: { kind: 'chosen', chosen: [...kind.options] } };
  if (kind.kind === 'switch') return { path, values: { kind: 'chosen', chosen: ['true', 'false'] } };
  const value = typeof now === 'number' ? now : undefined;
  if (value === undefined || value === 0)
    return { path, values: { kind: 'list', text: value === 0 ? '0' : '' } };
  const near = [value / 2, value, 2 * value].map((each) => (kind.isWhole ? Math.round(each) : each));
  const possible = [...new Set(near)].filter((each) => each >= kind.low && each <= kind.high);
  return { path, values: { kind: 'list', text: possible.map(short).join(', ') } };
}

/** @param trained steps that the chip has been trained for, where dies of it are to be measured */
export function readDraft(draft: SweepDraft, base: Experiment, trained: number): ReadDraft {
  return draft.kind === 'train' ? readTraining(draft, base) : readDies(draft, base, trained);
}

function readTraining(draft: SweepDraft, base: Experiment): ReadDraft {
  const faults = new Map<string, Fault>();
  const settings = sweepableSettings(base);
  const axes: SweepAxis[] = [];
  const names: string[] = [];
  for (const { path, values } of draft.axes) {
    const setting = settings.find((each) => each.path === path);
    if (setting === undefined) continue;
    const read = readValues(values, setting);
    if (read.ok) axes.push({ path, values: read.value });
    else faults.set(path, read.fault);
    names.push(setting.name.replace(/^./, (first) => first.toLowerCase()));
  }
  if (names.length === 0)
    faults.set('settings', faultOf('no-settings', words.noSettings, words.noSettingsFix));
  const plan = planOf(draft, faults);
  const size = gridSize(axes);
  const count = plan.kind === 'grid' ? size : Math.min(size, plan.trials);
  if (count > MOST_TRIALS)
    faults.set(
      'settings',
      faultOf('too-many', words.tooMany(plainNumber(count), MOST_TRIALS), words.tooManyTrialsFix),
    );
  if (faults.size > 0) return { sweep: undefined, trials: [], faults };
  const trials = trialsOf({ base, axes, plan });
  if (trials.every(({ experiment }) => experiment === undefined))
    faults.set('settings', faultOf('none-possible', words.nonePossible, words.nonePossibleFix));
  const name = draft.name.trim().slice(0, 120) || sweepsWords.defaultName(names.join(', ')).slice(0, 120);
  const sweep: NewSweep = { name, base, axes, plan, work: { kind: 'train' }, backend: draft.backend };
  return { sweep: faults.size > 0 ? undefined : sweep, trials, faults };
}

function planOf(draft: SweepDraft, faults: Map<string, Fault>): StoredSweep['plan'] {
  if (draft.search === 'grid') return { kind: 'grid' };
  const trials = whole(draft.trials, 1, MOST_TRIALS);
  const seed = whole(draft.seed, 0, 0xffffffff);
  if (trials === undefined) faults.set('trials', countFault(draft.trials, 1, MOST_TRIALS));
  if (seed === undefined) faults.set('seed', countFault(draft.seed, 0, 0xffffffff));
  return { kind: 'random', trials: trials ?? 1, seed: seed ?? 0 };
}

function readDies({ name, backend, dies }: SweepDraft, base: Experiment, trained: number): ReadDraft {
  const faults = new Map<string, Fault>();
  const read = (field: keyof DiesDraft, low: number, high: number): number => {
    const value = whole(dies[field], low, high);
    if (value === undefined) faults.set(field, countFault(dies[field], low, high));
    return value ?? low;
  };
  const count = read('count', 1, 10_000);
  const first = read('first', 0, 0xffffffff);
  const samples = read('samples', 1, 1_000_000);
  const hardware = { ...base.hardware, die: first };
  for (const field of ['splitterError', 'phaseError'] as const) {
    const read = readValues(
      { kind: 'list', text: dies[field] },
      {
        name: '',
        unit: 'rad',
        kind: {
          kind: 'number',
          isWhole: false,
          low: 0,
          high: field === 'phaseError' ? Math.PI : Math.PI / 4,
        },
      },
    );
    if (read.ok) hardware[field] = Number(read.value[0]);
    else faults.set(field, read.fault);
  }
  if (faults.size === 0 && hardware.splitterError === 0 && hardware.phaseError === 0)
    faults.set('splitterError', faultOf('no-errors', words.untrained, words.untrainedFix));
  const checked = validateExperiment({ ...base, hardware });
  if (!checked.ok && faults.size === 0) faults.set('splitterError', checked.fault);
  if (!checked.ok || faults.size > 0) return { sweep: undefined, trials: [], faults };
  const values: SweepValue[] = Array.from({ length: count }, (_, index) => (first + index) >>> 0);
  const sweep: NewSweep = {
    name: name.trim().slice(0, 120) || sweepsWords.diesName(base.name).slice(0, 120),
    base: checked.value,
    axes: [{ path: 'hardware.die', values }],
    plan: { kind: 'grid' },
    work: {
      kind: 'dies',
      dies: count,
      samples,
      step: trained,
      ideal: undefined,
      accuracy: [],
      fault: undefined,
    },
    backend,
  };
  return { sweep, trials: [], faults };
}

function whole(text: string, low: number, high: number): number | undefined {
  const value = text.trim() === '' ? Number.NaN : Number(text);
  return Number.isInteger(value) && value >= low && value <= high ? value : undefined;
}

function countFault(text: string, low: number, high: number): Fault {
  return faultOf('count', words.count(text.slice(0, 24)), words.countFix(low, high));
}

function faultOf(code: string, message: string, fix: string): Fault {
  return { code: `studio/sweep-${code}`, message, fix };
}
