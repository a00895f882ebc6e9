import { useRun } from '../state/run-store';
import { usePreferences } from '../state/preferences';
import { configurationWords } from '../words/configuration';
import { useConfiguration } from './configuration-store';
import { bytes, effectsOf } from './effects';

const words = configurationWords.effects;

/** What level and settings come to on this machine, and what the open run made of it. */
export function EffectsPart() {
  const level = usePreferences((state) => state.level);
  const settings = useConfiguration((state) => state.settings);
  const info = useRun((state) => state.info);
  const memory = info?.memory;
  return (
    <section>
      <h3 id="settings-effects">{words.title}</h3>
      <table className="table tabular settings-effects" aria-labelledby="settings-effects">
        <thead>
          <tr>
            <th scope="col">{words.what}</th>
            <th scope="col">{words.value}</th>
            <th scope="col">{words.because}</th>
          </tr>
        </thead>
        <tbody>
          {effectsOf(level, settings, navigator.hardwareConcurrency || 1).map(({ what, value, because }) => (
            <tr key={what}>
              <th scope="row">{what}</th>
              <td>{value}</td>
              <td className="muted">{because}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {info !== undefined && (
        <p className="muted small" role="status">
          {info.backendLabel}. {info.backendReason}{' '}
          {memory === undefined
            ? words.noMemory
            : words.run(
                bytes(memory.predicted),
                bytes(memory.limit),
                memory.evaluationRows.toLocaleString('en'),
              )}
        </p>
      )}
    </section>
  );
}
