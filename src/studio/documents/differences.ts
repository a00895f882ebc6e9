import type { Experiment } from '../../experiment/schema';
import { compareSettings, settingText, settingsOf } from '../runs/settings';
import { documentWords } from '../words/documents';
import { settingName } from '../words/settings';

/** One setting that two experiments do not share, in words. */
export interface Difference {
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

/** What turns one experiment into the other, in the document's order; the name counts too. */
export function differences(before: Experiment, after: Experiment): readonly Difference[] {
  const [old, now] = [settingsOf(before), settingsOf(after)];
  const renamed =
    before.name === after.name
      ? []
      : [{ name: documentWords.difference, before: before.name, after: after.name }];
  const settings = compareSettings([old, now]).differing.map((path) => {
    const { name, unit } = settingName(path);
    const text = (settings: typeof old): string => settingText(settings.get(path), path, settings);
    const suffix = unit === undefined ? '' : ` ${unit}`;
    return { name, before: text(old) + suffix, after: text(now) + suffix };
  });
  return [...renamed, ...settings];
}
