import type { SweptFlaw } from '../../../engine/study';
import { SWEPT_FLAWS } from '../../../engine/study';
import { fail, ok } from '../../../lib/result';
import { Choice } from '../../parts/choice';
import { NumberEntry } from '../../parts/number-entry';
import { useExperiment } from '../../state/experiment-store';
import { useSettings } from '../draft';
import { FLAWS, flawSize, flawText, sweptValues } from '../flaws';
import { SamplesEntry } from './samples-entry';
import { ScopeChoice } from './scope-choice';
import { StudyFault } from './study-fault';
import { WholeEntry } from './whole-entry';
import { studiesWords } from '../../words/studies';

const words = studiesWords.yieldForm;

const OPTIONS = SWEPT_FLAWS.map((id) => ({ id, name: FLAWS[id].name }));
/** Flaws that each interferometer has of its own; the others meet the whole chip. */
const LOCAL: readonly SweptFlaw[] = ['splitterError', 'phaseError'];

/** Which flaw, how large, and what a good die is. */
export function YieldForm() {
  const [settings, set] = useSettings('yield');
  const experiment = useExperiment((state) => state.experiment);
  const { flaw, from, to, count } = settings;
  const { unit, isWhole } = FLAWS[flaw];
  const { splitterError, phaseError, phaseNoise } = experiment.hardware;
  const areAlike =
    !LOCAL.includes(flaw) && flaw !== 'phaseNoise' && splitterError + phaseError + phaseNoise === 0;
  const end = (label: string, which: 'from' | 'to') => (
    <NumberEntry
      label={label}
      unit={unit}
      {...(isWhole ? { step: 1 } : { step: FLAWS[flaw].to / 20 })}
      value={settings[which]}
      onCommit={(value) => {
        const checked = flawSize(experiment, flaw, value);
        if (!checked.ok) return checked;
        const next = { from, to, [which]: value };
        if (next.from > next.to) return fail(outOfOrder(which, flaw, next));
        set({ [which]: value });
        return ok(value);
      }}
    />
  );
  return (
    <>
      <Choice
        label={words.flaw}
        value={flaw}
        options={OPTIONS}
        onChange={(next) => set({ flaw: next, from: FLAWS[next].from, to: FLAWS[next].to })}
      />
      <div className="field-row">
        {end(words.from, 'from')}
        {end(words.to, 'to')}
      </div>
      {!isWhole && (
        <WholeEntry
          label={words.sizes}
          value={count}
          low={2}
          high={50}
          onChange={(next) => set({ count: next })}
        />
      )}
      <p className="field-note">{sizesText(flaw, sweptValues(settings))}</p>
      <StudyFault where="values" />
      <div className="field-row">
        <WholeEntry
          label={words.diesOfEach}
          value={settings.dies}
          low={1}
          high={10_000}
          onChange={(dies) => set({ dies })}
        />
        <NumberEntry
          label={words.goodFrom}
          unit="%"
          value={Number((100 * settings.threshold).toPrecision(6))}
          hint={words.testAccuracyThatAGood}
          onCommit={(value) => {
            if (!(value > 0 && value <= 100)) return fail(noAccuracy(value));
            set({ threshold: value / 100 });
            return ok(value);
          }}
        />
      </div>
      <SamplesEntry value={settings.samples} onChange={(samples) => set({ samples })} />
      {LOCAL.includes(flaw) ? (
        <ScopeChoice value={settings.scope} onChange={(scope) => set({ scope })} />
      ) : (
        areAlike && <p className="field-note">{words.theExperimentHasNoSplitter}</p>
      )}
    </>
  );
}

function sizesText(flaw: SweptFlaw, values: readonly number[]): string {
  const [first = 0, second] = values;
  const last = values.at(-1) ?? first;
  if (second === undefined) return words.oneSize(flawText(flaw, first));
  return values.length === 2
    ? words.andTheOtherFlawsStay(first, flawText(flaw, last))
    : words.theOtherFlawsStay(first, second, flawText(flaw, last));
}

function outOfOrder(which: 'from' | 'to', flaw: SweptFlaw, { from, to }: { from: number; to: number }) {
  return {
    code: 'studio/out-of-order',
    message: words.fromToThereIsNothing(flawText(flaw, from), flawText(flaw, to)),
    fix: which === 'from' ? words.enterAtMost(to) : words.enterAtLeast(from),
    where: which,
  };
}

function noAccuracy(value: number) {
  return {
    code: 'studio/out-of-range',
    message: words.isNoAccuracy(value),
    fix: words.enterANumberAboveUp,
    where: 'threshold',
  };
}
