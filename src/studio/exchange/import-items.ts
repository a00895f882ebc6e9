import type { OwnPart } from '../../data/own-files';
import type { Experiment } from '../../experiment/schema';
import type { Fault } from '../../lib/fault';
import type { Result } from '../../lib/result';
import { compilePlan } from '../../learning/compile-plan';
import { fail, ok } from '../../lib/result';
import type { Archive } from '../../library/formats/archive';
import { matchParameters } from '../../library/formats/match-parameters';
import type { MatchedParameters } from '../../library/formats/match-parameters';
import { parameterGroups } from '../../library/formats/parameter-groups';
import type { Recognised } from '../../library/formats/recognise';
import type { Tensor } from '../../library/formats/tensor';
import type { ReadMatrix } from '../../data/matrix-limits';
import { chip } from '../state/chip';
import { exchangeWords } from '../words/exchange';
import type { OpenedFile } from './exchange-store';

/** Something that can be taken from the opened files, by itself. */
export type ImportItem = { readonly id: string; readonly name: string } & (
  | { readonly kind: 'experiment'; readonly experiment: Experiment }
  | {
      readonly kind: 'archive';
      readonly archive: Archive;
      /** Its trained parameters in plan order; undefined for a design alone. */
      readonly phases: Result<Float64Array> | undefined;
    }
  | { readonly kind: 'parameters'; readonly source: string; readonly matched: Result<MatchedParameters> }
  | { readonly kind: 'matrix'; readonly matrix: ReadMatrix; readonly others: readonly string[] }
  /** All files of training data together: images belong to their labels. */
  | { readonly kind: 'data'; readonly parts: readonly OwnPart[]; readonly files: readonly File[] }
  | { readonly kind: 'image'; readonly type: string; readonly file: File }
);

export type ItemOf<Kind extends ImportItem['kind']> = Extract<ImportItem, { kind: Kind }>;

/** What the opened files offer, matched with the network on screen. */
export function importItems(opened: readonly OpenedFile[]): readonly ImportItem[] {
  const items = opened.flatMap(({ file, found }, index): ImportItem[] =>
    found.kind === 'data' ? [] : [itemOf(`${index}`, file, found)],
  );
  const data = opened.filter(({ found }) => found.kind === 'data');
  if (data.length === 0) return items;
  const parts = data.flatMap(({ found }) => (found.kind === 'data' ? found.parts : []));
  const name = data.map(({ file }) => file.name).join(', ');
  return [{ id: 'data', name, kind: 'data', parts, files: data.map(({ file }) => file) }, ...items];
}

/** The item's fault, where it cannot be taken as things are. */
export function faultOf(item: ImportItem): Fault | undefined {
  const result =
    item.kind === 'parameters' ? item.matched : item.kind === 'archive' ? item.phases : undefined;
  return result === undefined || result.ok ? undefined : result.fault;
}

function itemOf(id: string, file: File, found: Exclude<Recognised, { kind: 'data' }>): ImportItem {
  const base = { id, name: file.name };
  switch (found.kind) {
    case 'experiment':
      return { ...base, kind: 'experiment', experiment: found.experiment };
    case 'archive':
      return { ...base, kind: 'archive', archive: found.archive, phases: phasesOf(found.archive, file.name) };
    case 'parameters':
      return {
        ...base,
        kind: 'parameters',
        source: found.source,
        matched: matched(found.tensors, file.name),
      };
    case 'matrix':
      return { ...base, kind: 'matrix', matrix: found.matrix, others: found.others };
    case 'image':
      return { ...base, kind: 'image', type: found.type, file };
  }
}

function matched(tensors: readonly Tensor[], name: string): Result<MatchedParameters> {
  const { network, parameters } = chip;
  if (network === undefined)
    return fail({ code: 'studio/no-network', ...exchangeWords.noNetwork, where: name });
  return matchParameters(parameterGroups(network), tensors, parameters, name);
}

/** Held against the archive's own network where that is quickly laid out; a convolution's are in plan order as written. */
export function phasesOf({ experiment, tensors }: Archive, name: string): Result<Float64Array> | undefined {
  if (tensors === undefined) return undefined;
  if (experiment.convolution !== null) return ok(inOrder(tensors));
  const plan = compilePlan(experiment, { trainSamples: 1, classes: 1 });
  if (!plan.ok) return plan;
  const found = matchParameters(parameterGroups(plan.value), tensors, plan.value.initial, name);
  return found.ok ? ok(found.value.parameters) : found;
}

function inOrder(tensors: readonly Tensor[]): Float64Array {
  const all = new Float64Array(tensors.reduce((sum, { values }) => sum + values.length, 0));
  let at = 0;
  for (const { values } of tensors) {
    all.set(values, at);
    at += values.length;
  }
  return all;
}
