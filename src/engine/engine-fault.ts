import type { Fault } from '../lib/fault';
import { PhotonicError } from '../lib/fault';

/** A fault of this room, to be thrown. */
export function engineError(
  code: string,
  message: string,
  fix: string,
  cause?: string,
  where?: string,
): PhotonicError {
  return new PhotonicError({
    code: `engine/${code}`,
    message,
    fix,
    ...(cause === undefined ? {} : { cause }),
    ...(where === undefined ? {} : { where }),
  });
}

export function deviceLost(cause?: string): PhotonicError {
  return engineError(
    'device-lost',
    'The graphics device went away.',
    'Nothing to do: training restarts by itself from the last state in memory.',
    cause,
  );
}

export function aborted(): PhotonicError {
  return engineError('aborted', 'Opening the experiment was stopped.', 'Open it again whenever you like.');
}

/** The same for a study. */
export function cancelled(): PhotonicError {
  return engineError('aborted', 'The study was cancelled.', 'Start it again whenever you like.');
}

/** Why a report is broken off: a fault of ours, so that nobody waits for news of a lost device. */
export function interrupted(): PhotonicError {
  return engineError('interrupted', 'The report was broken off.', 'Ask for it again when there is time.');
}

export function notANumber(step: number): Fault {
  return {
    code: 'engine/not-a-number',
    message: `Training broke down at step ${step}: the loss is no longer a number. The phases are back to the last good state.`,
    fix: 'Lower the learning rate, then train again.',
    where: 'training.learningRate',
  };
}
