import { LEVEL_IDS } from '../../settings/levels';
import { ChoiceCards } from '../parts/choice-cards';
import { usePreferences } from '../state/preferences';
import { configurationWords } from '../words/configuration';

const words = configurationWords.level;
const OPTIONS = LEVEL_IDS.map((id) => ({ id, name: words.names[id], note: words.notes[id] }));

/** How far engines may go on this device. */
export function LevelPart() {
  const level = usePreferences((state) => state.level);
  return (
    <section>
      <h3>{words.title}</h3>
      <ChoiceCards
        label={words.title}
        value={level}
        options={OPTIONS}
        onChange={(wanted) => usePreferences.setState({ level: wanted })}
      />
      <p className="muted small">{words.accuracy}</p>
    </section>
  );
}
