import type { Fault } from '../../lib/fault';
import type { SettingName, Settings } from '../../settings/table';
import { SETTINGS, SETTING_NAMES, specOf } from '../../settings/table';
import { useAccount } from '../account/account-store';
import { configurationWords } from '../words/configuration';
import { useConfiguration } from './configuration-store';

const words = configurationWords.installation;

/** Every name that an installation can set: what it does, its value, where that comes from, and what is wrong with it. */
export function InstallationPart() {
  const { settings, origins, faults } = useConfiguration();
  const general = faults.filter(({ where }) => where === undefined || !(where in SETTINGS));
  return (
    <section>
      <h3>{words.title}</h3>
      <p className="muted small">{words.note}</p>
      {general.map((fault) => (
        <Problem key={fault.message} fault={fault} />
      ))}
      <ul className="settings-list">
        {SETTING_NAMES.map((name) => (
          <li key={name} className="setting">
            <div className="setting-about">
              <code>{name}</code>
              <p className="muted small">{specOf(name).about}</p>
              <Remark name={name} settings={settings} />
              {faults
                .filter(({ where }) => where === name)
                .map((fault) => (
                  <Problem key={fault.message} fault={fault} />
                ))}
            </div>
            <div className="setting-value">
              <strong className="tabular">{shown(name, settings[name])}</strong>
              <span className="muted small">
                {words.origins[origins[name]]}
                {origins[name] !== 'default' && `, ${words.byDefault(shown(name, SETTINGS[name].fallback))}`}
              </span>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What a setting cannot do here. */
function Remark({ name, settings }: { readonly name: SettingName; readonly settings: Settings }) {
  const hasCloud = useAccount((state) => state.account.status !== 'off');
  if (name !== 'PHOTONIC_REQUIRE_AUTH' || !settings[name] || hasCloud) return null;
  return <p className="setting-problem small">{words.noCloud}</p>;
}

function Problem({ fault }: { readonly fault: Fault }) {
  return (
    <p className="setting-problem small">
      {fault.message} {fault.fix}
    </p>
  );
}

function shown(name: SettingName, value: string | number | boolean): string {
  const spec = specOf(name);
  if (typeof value === 'boolean') return value ? words.on : words.off;
  if (spec.kind === 'number' && spec.zeroIsAutomatic === true && value === 0) return words.automatic;
  const text = typeof value === 'number' ? value.toLocaleString('en') : value;
  return spec.unit === undefined ? text : words.inUnit(text, spec.unit);
}
