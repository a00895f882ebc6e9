import { runsWords } from '../words/runs';
import { settingName } from '../words/settings';
import type { SettingsComparison } from './settings';
import { settingText } from './settings';

/** What all runs have in common, said once. */
export function CommonSettings(props: { readonly comparison: SettingsComparison; readonly isMany: boolean }) {
  const { common } = props.comparison;
  if (!props.isMany) return null;
  return (
    <details className="runs-common">
      <summary>{common.size === 0 ? runsWords.noneCommon : runsWords.common(common.size)}</summary>
      <dl>
        {[...common].map(([path, value]) => {
          const { name, unit } = settingName(path);
          return (
            <div key={path}>
              <dt className="muted">{name}</dt>
              <dd className="tabular">
                {settingText(value, path)}
                {unit !== undefined && ` ${unit}`}
              </dd>
            </div>
          );
        })}
      </dl>
    </details>
  );
}
