import { withSource } from '../../data/with-source';
import type { Experiment } from '../../experiment/schema';
import {
  USUAL_ADC,
  USUAL_CROSSTALK,
  USUAL_DETECTION,
  USUAL_QUANTISATION,
} from '../../experiment/usual-flaws';
import { nonlinearityOf, withAddedLayer, withoutLayer } from '../../experiment/usual-layers';
import { methodOf, rangeOf } from '../../experiment/usual-training';
import { validateExperiment } from '../../experiment/validate';
import type { Result } from '../../lib/result';

type Plain = number | string | boolean;

/** Groups that are switched off (null), and what they are when a setting in them switches them on. */
const USUAL: Readonly<Record<string, object>> = {
  'hardware.quantisation': USUAL_QUANTISATION,
  'hardware.crosstalk': USUAL_CROSSTALK,
  'hardware.detection': USUAL_DETECTION,
  'hardware.detection.adc': USUAL_ADC,
  'hardware.detection.thermal': USUAL_DETECTION.thermal,
};

/**
 * The experiment with one setting changed, `*` standing for every layer or stage; what must change along (constants
 * of another kind, the classes of other samples) changes as in the design. Fails with the fault of what comes out.
 */
export function withSetting(experiment: Experiment, path: string, value: Plain): Result<Experiment> {
  return validateExperiment(changed(experiment, path, value));
}

/** The same for several, which need to be possible only together. */
export function withSettings(
  experiment: Experiment,
  settings: readonly (readonly [path: string, value: Plain])[],
): Result<Experiment> {
  const all = settings.reduce((before, [path, value]) => changed(before, path, value), experiment);
  return validateExperiment(all);
}

function changed(experiment: Experiment, path: string, value: Plain): Experiment {
  const star = path.indexOf('.*.');
  if (star >= 0) {
    const list = at(experiment, path.slice(0, star));
    const count = Array.isArray(list) ? list.length : 0;
    return Array.from({ length: count }, (_, index) => path.replace('*', String(index))).reduce(
      (before, each) => changed(before, each, value),
      experiment,
    );
  }
  if (path === 'layers.length') return withDepth(experiment, Number(value));
  if (path === 'task.source') return withSource(experiment, value as never);
  if (path === 'training.method.kind') return put(experiment, 'training.method', methodOf(value as never));
  if (path === 'training.range.kind') return put(experiment, 'training.range', rangeOf(value as never));
  if (path === 'training.optimiser.kind') return put(experiment, 'training.optimiser', optimiserOf(value));
  if (path.endsWith('.nonlinearity.kind')) {
    const place = path.slice(0, -'.kind'.length);
    const before = at(experiment, place);
    // The same kind keeps its constants.
    const isSame = typeof before === 'object' && before !== null && 'kind' in before && before.kind === value;
    return isSame ? experiment : put(experiment, place, nonlinearityOf(value as never));
  }
  return put(experiment, path, value);
}

function optimiserOf(kind: Plain): Experiment['training']['optimiser'] {
  return kind === 'sgd' ? { kind, momentum: 0.9 } : { kind: 'adam', beta1: 0.9, beta2: 0.999, epsilon: 1e-8 };
}

/** More layers like the last hidden one, or fewer of them; validation refuses too many and none. */
function withDepth(experiment: Experiment, depth: number): Experiment {
  let changing = experiment;
  const most = Math.min(depth, 64);
  while (changing.layers.length > 0 && changing.layers.length < most) changing = withAddedLayer(changing);
  while (changing.layers.length > Math.max(0, depth))
    changing = withoutLayer(changing, Math.max(0, changing.layers.length - 2));
  return changing;
}

/** What stands at a path. */
function at(value: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (part, key) =>
        typeof part === 'object' && part !== null ? (part as Record<string, unknown>)[key] : undefined,
      value,
    );
}

function put(experiment: Experiment, path: string, value: unknown): Experiment {
  return putInto(experiment, path.split('.'), value, '') as Experiment;
}

function putInto(part: unknown, [key, ...rest]: readonly string[], value: unknown, place: string): unknown {
  if (key === undefined) return value;
  const there = part ?? USUAL[place] ?? {};
  const inside = `${place}${place === '' ? '' : '.'}${key}`;
  if (Array.isArray(there))
    return there.map((item: unknown, index) =>
      index === Number(key) ? putInto(item, rest, value, inside) : item,
    );
  const group = there as Record<string, unknown>;
  return { ...group, [key]: putInto(group[key], rest, value, inside) };
}
