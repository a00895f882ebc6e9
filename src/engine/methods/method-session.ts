import type { NetworkData } from '../../data/fields';
import type { NetworkPlan } from '../../learning/plan';
import type { Backend, Session, TrainingState } from '../backend';
import { engineError } from '../engine-fault';

/**
 * A session that trains a plan by the plan's own method, on any backend. Backpropagation through the chip's exact model
 * is what backends do by themselves; the other methods drive such a session through its losses and gradients.
 * @throws PhotonicError `engine/method-refused`, and what {@link Backend.prepare} throws
 */
export async function prepareTraining(
  backend: Backend,
  plan: NetworkPlan,
  data: NetworkData,
  state?: TrainingState,
): Promise<Session> {
  const { method } = plan;
  if (method.kind !== 'backprop') {
    if (!canLearnWithoutModel(plan)) throw needsModel();
    const [{ learnerOf }, { LearningSession }] = await Promise.all([
      import('./learner'),
      import('./learning-session'),
    ]);
    const learner = learnerOf(method, plan);
    return new LearningSession(plan, await backend.prepare(plan, data, state), learner, state);
  }
  if (method.model === 'chip') return backend.prepare(plan, data, state);
  const [{ twinPlan }, { TwinSession }] = await Promise.all([
    import('../../learning/methods/twin'),
    import('./twin-session'),
  ]);
  const chip = await backend.prepare(plan, data, state);
  try {
    return new TwinSession(chip, await backend.prepare(twinPlan(plan), data, state));
  } catch (thrown) {
    chip.dispose();
    throw thrown;
  }
}

/** A normalisation's running statistics come from the batches that the model's own step sees. */
function canLearnWithoutModel(plan: NetworkPlan): boolean {
  return plan.kind === 'coherent' || plan.stages.every(({ kind }) => kind !== 'normalise');
}

function needsModel() {
  return engineError(
    'method-refused',
    'A network that normalises over its batches can only be trained by backpropagation.',
    'Choose backpropagation as the method, or switch normalisation off in every stage.',
    undefined,
    'training.method',
  );
}
