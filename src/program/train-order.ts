import { decodeLink } from '../experiment/link';
import { parseHash } from '../experiment/link-hash';
import { PRESETS } from '../experiment/presets';
import type { Experiment } from '../experiment/schema';
import { validateExperiment } from '../experiment/validate';
import { PhotonicError } from '../lib/fault';
import type { Result } from '../lib/result';
import type { Caller, ProgramPort, TrainOrder } from './program-port';
import { programFault } from './program-fault';
import type { TrainBody } from './schemas';

/** What a request to train means. Throws the fault of the part that cannot be. */
export async function trainOrder(
  { model, data, config = {} }: TrainBody,
  port: Pick<ProgramPort, 'experimentOf'>,
  caller: Caller,
): Promise<TrainOrder> {
  const experiment = await experimentFrom(model, (id) => port.experimentOf(id, caller));
  const { name, seed, backend = 'auto', ...training } = config;
  const changed = {
    ...experiment,
    ...(seed !== undefined && { seed }),
    task: { ...experiment.task, ...data },
    training: { ...experiment.training, ...training },
  };
  return { experiment: valid(validateExperiment(changed)), backend, name };
}

/**
 * An experiment from its document, a link to it, the name of an example, or what else `lookUp` knows by that name.
 * Throws the fault of what cannot be read.
 */
export async function experimentFrom(
  source: string | Readonly<Record<string, unknown>>,
  lookUp: (name: string) => Promise<Experiment>,
): Promise<Experiment> {
  if (typeof source !== 'string') return valid(validateExperiment(source));
  const at = source.indexOf('#');
  if (at >= 0) {
    const { experiment } = parseHash(source.slice(at)) ?? {};
    if (experiment === undefined)
      throw programFault('bad-request', {
        message: 'This link holds no experiment.',
        fix: 'Send a link that begins with #e=, or the experiment itself.',
        where: 'model',
      });
    return valid(await decodeLink(experiment));
  }
  const preset = PRESETS.find(({ name }) => name === source);
  return preset ?? lookUp(source);
}

function valid(result: Result<Experiment>): Experiment {
  if (!result.ok) throw new PhotonicError(result.fault);
  return result.value;
}
