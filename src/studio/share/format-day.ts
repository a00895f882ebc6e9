const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium' });
const minute = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' });

/** @param at ms since 1970 */
export function formatDay(at: number): string {
  return day.format(at);
}

/** @param at ms since 1970 */
export function formatMinute(at: number): string {
  return minute.format(at);
}
