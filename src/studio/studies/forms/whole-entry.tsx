import type { Result } from '../../../lib/result';
import { fail, ok } from '../../../lib/result';
import { formatCount } from '../../format/si';
import { NumberEntry } from '../../parts/number-entry';
import { studiesWords } from '../../words/studies';

const words = studiesWords.wholeEntry;

/** A whole number within bounds. */
export function WholeEntry(props: {
  readonly label: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly unit?: string;
  readonly hint?: string;
  readonly onChange: (value: number) => void;
}) {
  const { label, low, high } = props;
  return (
    <NumberEntry
      label={label}
      value={props.value}
      {...(props.unit === undefined ? {} : { unit: props.unit })}
      {...(props.hint === undefined ? {} : { hint: props.hint })}
      onCommit={(value) => {
        const checked = whole(label, value, low, high);
        if (checked.ok) props.onChange(value);
        return checked;
      }}
    />
  );
}

export function whole(label: string, value: number, low: number, high: number): Result<number> {
  if (Number.isInteger(value) && value >= low && value <= high) return ok(value);
  return fail({
    code: 'studio/out-of-range',
    message: words.cannotBe(label, value),
    fix: words.enterAWholeNumberFrom(formatCount(low), formatCount(high)),
    where: label,
  });
}
