import { X } from 'lucide-react';
import type { Fault } from '../../lib/fault';
import { IconButton } from '../parts/button';
import { Choice } from '../parts/choice';
import { settingText } from '../runs/settings';
import { sweepsWords } from '../words/sweeps';
import type { AxisDraft } from './draft';
import type { Sweepable } from './sweepable';
import { TextEntry } from './text-entry';
import type { ValuesDraft } from './values';

const { form: words } = sweepsWords;
type Way = 'list' | 'linear' | 'log' | 'count';

/** One setting of a sweep, and how its values are told. */
export function AxisEditor(props: {
  readonly axis: AxisDraft;
  readonly setting: Sweepable;
  readonly fault: Fault | undefined;
  readonly onChange: (values: ValuesDraft) => void;
  readonly onRemove: () => void;
}) {
  const { axis, setting, fault, onChange } = props;
  const { values } = axis;
  const { name, unit, now } = setting;
  return (
    <li className="sweep-axis">
      <header>
        <strong>{unit === undefined ? name : `${name} (${unit})`}</strong>
        {now !== undefined && (
          <span className="muted small tabular">{words.now(settingText(now, axis.path))}</span>
        )}
        <IconButton label={words.remove(name)} icon={<X aria-hidden />} onPress={props.onRemove} />
      </header>
      {values.kind === 'chosen' ? (
        <Chosen {...props} values={values} />
      ) : (
        <div className="sweep-values">
          <Choice<Way>
            label={words.how(name)}
            hideLabel
            value={wayOf(values)}
            options={waysOf(axis.path)}
            onChange={(way) => onChange(asWay(values, way, setting))}
          />
          <Typed {...props} values={values} />
        </div>
      )}
      {fault !== undefined && values.kind !== 'list' && (
        <p className="field-error" role="alert">{`${fault.message} ${fault.fix}`}</p>
      )}
    </li>
  );
}

function Typed(props: {
  readonly values: Exclude<ValuesDraft, { kind: 'chosen' }>;
  readonly setting: Sweepable;
  readonly fault: Fault | undefined;
  readonly onChange: (values: ValuesDraft) => void;
}) {
  const { values, setting, onChange } = props;
  const { unit } = setting;
  switch (values.kind) {
    case 'list':
      return (
        <TextEntry
          label={words.values(setting.name)}
          hideLabel
          text={values.text}
          unit={unit}
          fault={props.fault}
          onChange={(text) => onChange({ ...values, text })}
        />
      );
    case 'range':
      return (
        <>
          <TextEntry
            label={words.fromValue}
            text={values.from}
            unit={unit}
            onChange={(from) => onChange({ ...values, from })}
          />
          <TextEntry
            label={words.toValue}
            text={values.to}
            unit={unit}
            onChange={(to) => onChange({ ...values, to })}
          />
          <TextEntry
            label={words.count}
            text={values.count}
            onChange={(count) => onChange({ ...values, count })}
          />
        </>
      );
    case 'count':
      return (
        <>
          <TextEntry
            label={words.howMany}
            text={values.count}
            onChange={(count) => onChange({ ...values, count })}
          />
          <TextEntry
            label={words.first}
            text={values.from}
            onChange={(from) => onChange({ ...values, from })}
          />
        </>
      );
  }
}

/** What can be chosen, each with a box. */
function Chosen(props: {
  readonly values: Extract<ValuesDraft, { kind: 'chosen' }>;
  readonly setting: Sweepable;
  readonly onChange: (values: ValuesDraft) => void;
}) {
  const { values, setting, onChange } = props;
  const isSwitch = setting.kind.kind === 'switch';
  const options = setting.kind.kind === 'choice' ? setting.kind.options : ['true', 'false'];
  return (
    <fieldset className="sweep-chosen">
      <legend className="visually-hidden">{words.chosen(setting.name)}</legend>
      {options.map((option) => (
        <label key={option}>
          <input
            type="checkbox"
            checked={values.chosen.includes(option)}
            onChange={(event) =>
              onChange({
                ...values,
                chosen: options.filter((each) =>
                  each === option ? event.target.checked : values.chosen.includes(each),
                ),
              })
            }
          />
          {isSwitch ? (option === 'true' ? words.on : words.off) : option}
        </label>
      ))}
    </fieldset>
  );
}

function waysOf(path: string): readonly { readonly id: Way; readonly name: string }[] {
  const isCounted = path === 'seed' || path === 'hardware.die';
  const ways: readonly Way[] = isCounted ? ['count', 'list'] : ['list', 'linear', 'log'];
  return ways.map((id) => ({ id, name: words.ways[id] }));
}

function wayOf(values: Exclude<ValuesDraft, { kind: 'chosen' }>): Way {
  return values.kind === 'range' ? (values.isLog ? 'log' : 'linear') : values.kind;
}

/** Told another way, as near to before as it can be. */
function asWay(values: ValuesDraft, way: Way, { now }: Sweepable): ValuesDraft {
  if (way === 'list') return values.kind === 'list' ? values : { kind: 'list', text: String(now ?? '') };
  if (way === 'count') return { kind: 'count', from: String(now ?? 0), count: '5' };
  if (values.kind === 'range') return { ...values, isLog: way === 'log' };
  const parts = values.kind === 'list' ? values.text.split(/[,;]/).map((part) => part.trim()) : [];
  const [from = '', to = ''] = [parts[0], parts.at(-1)];
  return { kind: 'range', isLog: way === 'log', from, to, count: '5' };
}
