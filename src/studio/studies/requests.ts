import type { Experiment } from '../../experiment/schema';
import type { NetworkPlan } from '../../learning/plan';
import type { Fault } from '../../lib/fault';
import type { Result } from '../../lib/result';
import { fail, ok } from '../../lib/result';
import type { BackendId } from '../../engine/backend';
import type { Scope, StudyRequest } from '../../engine/study';
import { sweptValues } from './flaws';
import type { Selection } from './scope';
import { scopeOf } from './scope';
import type { ScopeChoice, StudySettings } from './settings';
import { studiesWords } from '../words/studies';

const words = studiesWords.requests;

/** The chip that a study is made of, as it is at its start. */
export interface Subject {
  readonly experiment: Experiment;
  readonly network: NetworkPlan;
  readonly parameters: Float64Array;
  readonly backend: BackendId | 'auto';
  readonly selection: Selection;
}

/** One request of a study; most have one, dies before and after correction are two. */
export interface LabelledRequest {
  readonly label: string;
  readonly request: StudyRequest;
}

export function requestsOf(settings: StudySettings, subject: Subject): Result<readonly LabelledRequest[]> {
  const { experiment, parameters, backend } = subject;
  switch (settings.kind) {
    case 'monte-carlo': {
      const scope = chosenScope(subject, settings.scope);
      if (scope === undefined) return fail(nothingSelected());
      const { dies, samples, splitterError, phaseError, state } = settings;
      const hardware = { ...experiment.hardware, splitterError, phaseError };
      const shared = {
        kind: 'monte-carlo',
        experiment: { ...experiment, hardware },
        parameters,
        backend,
        dies,
        samples,
        scope,
      } as const;
      return ok([
        ...(state === 'corrected' ? [] : [{ label: words.asMade, request: { ...shared, corrected: false } }]),
        ...(state === 'made' ? [] : [{ label: words.corrected, request: { ...shared, corrected: true } }]),
      ]);
    }
    case 'yield': {
      const scope = chosenScope(subject, settings.scope);
      if (scope === undefined) return fail(nothingSelected());
      const { kind, flaw, dies, samples, threshold } = settings;
      const values = sweptValues(settings);
      return ok([
        {
          label: words.yield,
          request: { kind, experiment, parameters, backend, samples, flaw, values, dies, threshold, scope },
        },
      ]);
    }
    case 'sensitivity':
      return ok([{ label: words.sensitivity, request: { ...settings, experiment, parameters, backend } }]);
    case 'methods':
      return ok([{ label: words.methods, request: { ...settings, experiment, backend } }]);
    case 'paper':
      return ok([{ label: words.reproduction, request: { ...settings, backend } }]);
  }
}

function chosenScope({ network, selection }: Subject, choice: ScopeChoice): Scope | undefined {
  return scopeOf(network, choice, selection);
}

function nothingSelected(): Fault {
  return {
    code: 'studio/nothing-selected',
    message: words.noInterferometerIsSelected,
    fix: words.selectOneInTheMesh,
    where: 'scope',
  };
}
