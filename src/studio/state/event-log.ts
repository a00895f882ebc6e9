/** What happened last on this page, for reports: messages and faults, no data of the user's. */
export interface LoggedEvent {
  /** ms since 1970. */
  readonly at: number;
  readonly text: string;
}

const KEPT = 50;
/** A line that is longer helps nobody. */
const LINE = 300;

const events: LoggedEvent[] = [];

export function logEvent(text: string, at = Date.now()): void {
  events.push({ at, text: text.replaceAll(/\s+/g, ' ').slice(0, LINE) });
  if (events.length > KEPT) events.shift();
}

/** Oldest first. */
export function loggedEvents(): readonly LoggedEvent[] {
  return events;
}
