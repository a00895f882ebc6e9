import { openRun } from './run-control';
import { usePreferences } from './preferences';
import { useRun } from './run-store';

/** Whether the experiment on screen waits for leave to fetch its data from another server. */
export function asksForMirrors(): boolean {
  return useRun.getState().fault?.code === 'data/consent';
}

/** Lets public data sets be fetched from other servers, or no longer; an experiment that waited for it opens. */
export function setMirrors(mirrors: boolean): void {
  usePreferences.setState({ mirrors });
  if (mirrors && asksForMirrors()) void openRun();
}
