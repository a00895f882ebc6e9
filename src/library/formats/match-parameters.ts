import type { Fault } from '../../lib/fault';
import type { Result } from '../../lib/result';
import { fail, ok } from '../../lib/result';
import type { ParameterGroup } from './parameter-groups';
import type { Tensor } from './tensor';
import { shapeText } from './tensor';

/** A file's numbers put in their places. */
export interface MatchedParameters {
  readonly parameters: Float64Array;
  /** Names that were used, in plan order. */
  readonly used: readonly string[];
  /** Groups of the network that the file does not have: they stay as they are. */
  readonly missing: readonly string[];
  /** Names of the file that mean nothing to this network. */
  readonly unknown: readonly string[];
}

/** Names that exports add for reading and that no parameters follow from. */
const DERIVED = /\.(matrix|weights)$/;

/**
 * Puts named tensors into a copy of `present`. A tensor of another length, a number that is not finite, or a file
 * without a single known name is a fault that says what was expected.
 */
export function matchParameters(
  groups: readonly ParameterGroup[],
  tensors: readonly Tensor[],
  present: Float64Array,
  file: string,
): Result<MatchedParameters> {
  const byName = new Map(tensors.map((tensor) => [tensor.name, tensor]));
  const parameters = present.slice();
  const used: string[] = [];
  for (const { name, offset, length } of groups) {
    const tensor = byName.get(name);
    if (tensor === undefined) continue;
    if (tensor.imaginary !== undefined || tensor.values.length !== length)
      return fail(misfit(file, name, length, tensor));
    const wrong = tensor.values.findIndex((value) => !Number.isFinite(value));
    if (wrong >= 0) return fail(notFinite(file, name, wrong));
    parameters.set(tensor.values, offset);
    used.push(name);
  }
  if (used.length === 0) return fail(strange(file, groups, tensors));
  const known = new Set(groups.map(({ name }) => name));
  return ok({
    parameters,
    used,
    missing: groups.filter(({ name }) => !byName.has(name)).map(({ name }) => name),
    unknown: tensors.map(({ name }) => name).filter((name) => !known.has(name) && !DERIVED.test(name)),
  });
}

function misfit(file: string, name: string, length: number, tensor: Tensor): Fault {
  const found = tensor.imaginary === undefined ? '' : 'complex ';
  return {
    code: 'format/other-network',
    message: `${file} does not fit this network: ${name} has ${found}${shapeText(tensor.shape)} where ${length} numbers belong.`,
    fix: 'Open the experiment these phases were trained for first, or use its studio archive.',
    where: name,
  };
}

function notFinite(file: string, name: string, index: number): Fault {
  return {
    code: 'format/not-finite',
    message: `${file} cannot be used: number ${index + 1} of ${name} is not finite.`,
    fix: 'Export the phases again from a run whose loss is a number.',
    where: name,
  };
}

function strange(file: string, groups: readonly ParameterGroup[], tensors: readonly Tensor[]): Fault {
  const [expected] = groups;
  const [found] = tensors;
  return {
    code: 'format/no-phases',
    message: `${file} has no numbers for this network: it names ${quoted(found?.name)} where ${quoted(expected?.name)} and its like were expected.`,
    fix: 'Name arrays as the studio’s own export does: export the phases once to see the names.',
    where: file,
  };
}

function quoted(name: string | undefined): string {
  return name === undefined ? 'nothing' : `“${name.slice(0, 60)}”`;
}
