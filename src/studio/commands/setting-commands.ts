import type { SettingId } from '../design/settings-list';
import { SETTING_IDS, hasSetting } from '../design/settings-list';
import { showSetting } from '../design/show-setting';
import { currentExperiment } from '../state/experiment-store';
import { designWords } from '../words/design';
import { settingName } from '../words/settings';
import type { Command } from './command';

/** One command for every field of the design, so that each is a few letters away. */
export const settingCommands = Object.fromEntries(
  SETTING_IDS.map((id) => [
    `set:${id}`,
    {
      id: `set:${id}`,
      group: 'Design',
      title: () => designWords.set(settingName(id).name),
      enabled: () => hasSetting(currentExperiment(), id),
      run: () => showSetting(id),
    } satisfies Command,
  ]),
) as Readonly<Record<`set:${SettingId}`, Command>>;
