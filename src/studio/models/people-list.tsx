import type { Model } from '../../library/models/model-records';
import { Button } from '../parts/button';
import { Choice } from '../parts/choice';
import { policyWords as words } from '../words/policy';

const NOBODY = '';
const RIGHTS = [
  { id: 'read' as const, name: words.rights.read },
  { id: 'write' as const, name: words.rights.write },
];

/** Who beside the owner may open a restricted or classified model. */
export function PeopleList(props: {
  readonly people: Model['people'];
  readonly owner: string | undefined;
  /** Names of accounts that can be added. */
  readonly circle: ReadonlyMap<string, string>;
  readonly onChange: (people: Model['people']) => void;
}) {
  const { people, owner, circle, onChange } = props;
  const nameOf = (uid: string): string => circle.get(uid) ?? words.unknown(uid);
  const others = [...circle].filter(([uid]) => uid !== owner && !Object.hasOwn(people, uid));
  return (
    <section className="policy-people" aria-label={words.people}>
      <h3 className="field-label">{words.people}</h3>
      {Object.keys(people).length === 0 && <p className="muted small">{words.noPeople}</p>}
      <ul>
        {Object.entries(people).map(([uid, right]) => (
          <li key={uid}>
            <span>{nameOf(uid)}</span>
            <Choice
              label={words.right(nameOf(uid))}
              hideLabel
              value={right}
              options={RIGHTS}
              onChange={(next) => onChange({ ...people, [uid]: next })}
            />
            <Button
              kind="quiet"
              label={words.removePerson(nameOf(uid))}
              onPress={() =>
                onChange(Object.fromEntries(Object.entries(people).filter(([id]) => id !== uid)))
              }
            >
              {words.remove}
            </Button>
          </li>
        ))}
      </ul>
      <Choice
        label={words.add}
        value={NOBODY}
        isDisabled={others.length === 0}
        options={[{ id: NOBODY, name: words.addNobody }, ...others.map(([id, name]) => ({ id, name }))]}
        onChange={(uid) => uid !== NOBODY && onChange({ ...people, [uid]: 'read' })}
      />
      <p className="muted small">{words.peopleNote}</p>
    </section>
  );
}
