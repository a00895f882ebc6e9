import type { Experiment } from '../../../experiment/schema';
import type { Evaluation, Session } from '../../backend';
import { prepareTraining } from '../../methods/method-session';
import type { OpenedNetwork } from '../../open-network';
import { Pace } from '../../pace';
import type { StudyResult } from '../../study';
import { openStudy } from '../open-study';
import type { OpenStudyParts, Report } from '../study-parts';
import { trainAlong } from '../train-along';

/** Reports on the way of one training. */
const PIECES = 100;

/** A part of a paper's study: from `from` to `to` of its progress, 0 … 1. */
export interface Share {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly partial?: StudyResult | undefined;
}

export interface TrainedPaper {
  readonly network: OpenedNetwork;
  readonly session: Session;
  /** Of the test split, measured once, at the end. */
  readonly evaluation: Evaluation;
  readonly seconds: number;
}

/** Trains an experiment from its start to its end. The session is the caller's to dispose of. */
export async function trainPaper(
  experiment: Experiment,
  parts: OpenStudyParts,
  report: Report,
  signal: AbortSignal,
  share: Share,
): Promise<TrainedPaper> {
  const start = parts.clock.now();
  // Loading tells its own text, but must not take the study back to its start.
  const tell: Report = ({ text }) => report({ done: share.from, text, partial: share.partial });
  const network = await openStudy(experiment, parts, tell, signal);
  const { plan, data } = network;
  const session = await prepareTraining(parts.backend, plan, data);
  try {
    const pace = new Pace();
    for (let piece = 1; piece <= PIECES; piece++) {
      const until = Math.round((plan.totalSteps * piece) / PIECES);
      const { loss } = await trainAlong(session, until, pace, parts.clock, signal);
      report({
        done: share.from + ((share.to - share.from) * piece) / PIECES,
        text: `${share.text}: ${piece} %, loss ${loss.toPrecision(3)}`,
        partial: share.partial,
      });
    }
    const evaluation = await session.evaluate('test', signal);
    return { network, session, evaluation, seconds: (parts.clock.now() - start) / 1000 };
  } catch (thrown) {
    session.dispose();
    throw thrown;
  }
}
