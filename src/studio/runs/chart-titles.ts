import type { RunRecord } from '../../library/store/records';
import { settingName } from '../words/settings';
import { settingsOfRun } from './columns';
import { runTitle } from './runs-store';
import type { SettingsComparison } from './settings';
import { settingText } from './settings';

/** Settings that are said in a name. */
const MOST = 2;

/** Names that tell runs apart: where several are called the same, the settings that differ. */
export function chartTitles(
  runs: readonly RunRecord[],
  { differing }: Pick<SettingsComparison, 'differing'>,
): (run: RunRecord) => string {
  const counts = new Map<string, number>();
  for (const run of runs) counts.set(runTitle(run), (counts.get(runTitle(run)) ?? 0) + 1);
  const paths = differing.slice(0, MOST);
  return (run) => {
    const title = runTitle(run);
    if (paths.length === 0 || (counts.get(title) ?? 0) < 2) return title;
    const settings = settingsOfRun(run);
    return paths
      .map((path) => `${settingName(path).name} ${settingText(settings.get(path), path, settings)}`)
      .join(', ');
  };
}
