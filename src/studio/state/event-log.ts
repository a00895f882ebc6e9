import type { LogEntry, LogLevel } from '../../lib/log';

/** What happened last on this page, for reports: messages and faults, no data of the user's. */
interface LoggedEvent {
  /** ms since 1970. */
  readonly at: number;
  readonly text: string;
}

/** Lines of a report: more of them nobody reads. */
const REPORTED = 50;

/** The page's log, once it is loaded. */
interface PageLog {
  write(level: LogLevel, room: string, message: string, fields: LogEntry['fields'], at: number): void;
  entries(): readonly LogEntry[];
}

const early: LogEntry[] = [];
let log: PageLog = {
  write: (level, room, message, fields, at) => early.push({ level, room, message, fields, at }),
  entries: () => early,
};

/** From now on events are kept there, those that came first before all others. */
export function keepEventsIn(loaded: PageLog): void {
  log = loaded;
  for (const { level, room, message, fields, at } of early.splice(0))
    log.write(level, room, message, fields, at);
}

export function logEvent(text: string, level: LogLevel = 'info', at = Date.now()): void {
  log.write(level, 'studio', text, {}, at);
}

/** The last ones, oldest first. */
export function loggedEvents(): readonly LoggedEvent[] {
  return log
    .entries()
    .slice(-REPORTED)
    .map(({ at, level, room, message }) => ({ at, text: `${level} ${room}: ${message}` }));
}
