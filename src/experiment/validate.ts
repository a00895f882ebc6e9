import * as v from 'valibot';
import type { Fault } from '../lib/fault';
import type { Result } from '../lib/result';
import { fail, ok } from '../lib/result';
import { componentOutOfBounds } from '../photonics/budget/components';
import { explainNumber } from './field-words';
import { LIMITS } from './limits';
import { meshFault } from './mesh-rules';
import type { Experiment } from './schema';
import { experimentSchema } from './schema';

/**
 * Checks anything claimed to be an experiment: its shape, its ranges, and what only makes sense
 * together. The first fault names the field.
 */
export function validateExperiment(candidate: unknown): Result<Experiment> {
  const newer = newerVersion(candidate);
  if (newer) return fail(newer);
  const parsed = v.safeParse(experimentSchema, candidate, { abortEarly: true });
  if (!parsed.success) return fail(issueFault(parsed.issues[0]));
  const clash = crossCheck(parsed.output);
  return clash ? fail(clash) : ok(parsed.output);
}

function newerVersion(candidate: unknown): Fault | undefined {
  if (typeof candidate !== 'object' || candidate === null || !('version' in candidate)) return undefined;
  const { version } = candidate;
  if (typeof version !== 'number' || version <= 2) return undefined;
  return {
    code: 'experiment/newer-version',
    message: `This experiment was made by a newer version of the studio (format ${version}, this one reads 2).`,
    fix: 'Reload the page to get the newest studio, then open the link again.',
    where: 'version',
  };
}

function issueFault(issue: v.BaseIssue<unknown>): Fault {
  const where = issue.path?.map((item) => String(item.key)).join('.') ?? '';
  if (where === 'modes') {
    return {
      code: 'experiment/modes',
      message: `${describe(issue.input)} modes are not possible: a mesh has ${LIMITS.modes.min} to ${LIMITS.modes.max} waveguides.`,
      fix: `Enter a whole number from ${LIMITS.modes.min} to ${LIMITS.modes.max}.`,
      where,
    };
  }
  const words = explainNumber(where, {
    rule: issue.type,
    input: issue.input,
    bound: issue.requirement,
  });
  if (words) return { code: 'experiment/out-of-range', ...words, where };
  return {
    code: 'experiment/invalid',
    message: `The experiment's ${where || 'document'} is not valid: ${issue.message}.`,
    fix: where ? `Correct ${where} and try again.` : 'Open another file or link.',
    where,
  };
}

function describe(value: unknown): string {
  return typeof value === 'number' ? String(value) : 'These';
}

/** Rules between fields. */
function crossCheck(experiment: Experiment): Fault | undefined {
  const { encoder, modes, task, convolution, layers } = experiment;
  if ((convolution === null) === (layers.length === 0)) {
    return {
      code: 'experiment/no-network',
      message:
        convolution === null ? 'The network has no layers.' : 'The network has layers and a convolution.',
      fix: convolution === null ? 'Add a layer.' : 'Remove the layers or the convolution.',
      where: 'layers',
    };
  }
  if ((convolution === null) === (encoder.kind === 'image')) {
    return {
      code: 'experiment/encoder',
      message:
        convolution === null
          ? 'The image encoder needs a convolutional network.'
          : `The ${encoder.kind} encoder does not fit a convolutional network.`,
      fix: convolution === null ? 'Choose the fourier or pixels encoder.' : 'Choose the image encoder.',
      where: 'encoder.kind',
    };
  }
  if (encoder.kind === 'columns' && encoder.columns.length > modes) {
    return {
      code: 'experiment/too-many-columns',
      message: `${encoder.columns.length} measurements need as many modes, but the chip has ${modes}.`,
      fix: `Choose at most ${modes} measurements or use more modes.`,
      where: 'encoder.columns',
    };
  }
  if (convolution === null && task.classes.length > modes) {
    return {
      code: 'experiment/too-many-classes',
      message: `${task.classes.length} classes need as many output ports, but the chip has ${modes} modes.`,
      fix: `Use at least ${task.classes.length} modes or choose fewer classes.`,
      where: 'modes',
    };
  }
  const isTable = task.dataset === 'hillenbrand';
  const isImage = task.dataset !== 'hillenbrand' && task.dataset !== 'own';
  if ((isTable && encoder.kind !== 'columns') || (isImage && encoder.kind === 'columns')) {
    return {
      code: 'experiment/encoder',
      message: `The ${encoder.kind} encoder does not fit ${isTable ? 'measurements' : 'images'}.`,
      fix: isTable ? 'Choose the columns encoder.' : 'Choose the fourier or pixels encoder.',
      where: 'encoder.kind',
    };
  }
  return meshFault(experiment) ?? rangeFault(experiment) ?? componentFault(experiment);
}

function rangeFault({ training: { range } }: Experiment): Fault | undefined {
  if (range.kind !== 'clamp' || range.low <= range.high) return undefined;
  return {
    code: 'experiment/empty-range',
    message: `No phase is above ${range.low} rad and below ${range.high} rad at once.`,
    fix: 'Exchange the two limits.',
    where: 'training.range.low',
  };
}

function componentFault({ hardware }: Experiment): Fault | undefined {
  const found = componentOutOfBounds(hardware.components);
  if (found === undefined) return undefined;
  const { name, unit, low, high } = found.bounds;
  return {
    code: 'experiment/component',
    message: `${name} cannot be ${hardware.components[found.id] ?? ''} ${unit}.`,
    fix: `Enter a number from ${low} to ${high} ${unit}.`,
    where: `hardware.components.${found.id}`,
  };
}
