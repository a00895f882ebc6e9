import { Log } from '../../lib/log';
import { keepEventsIn } from '../state/event-log';

const KEPT = 500;

/** The log of this page, with what happened before it was loaded; what it takes follows from PHOTONIC_LOG_LEVEL. */
export const pageLog = new Log(KEPT, () => Date.now());

keepEventsIn(pageLog);
