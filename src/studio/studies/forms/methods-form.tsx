import { Plus, X } from 'lucide-react';
import { passesPerStep } from '../../../learning/methods/passes';
import type { NetworkPlan } from '../../../learning/plan';
import { validateExperiment } from '../../../experiment/validate';
import type { Experiment } from '../../../experiment/schema';
import type { Result } from '../../../lib/result';
import { useNetwork } from '../../budget/use-budget';
import { MethodConstants } from '../../design/training/method-fields';
import { METHODS } from '../../design/training/methods';
import { methodOf } from '../../../experiment/usual-training';
import { formatCount } from '../../format/si';
import { Button, IconButton } from '../../parts/button';
import { Choice } from '../../parts/choice';
import { NumberEntry } from '../../parts/number-entry';
import { useExperiment } from '../../state/experiment-store';
import { useSettings } from '../draft';
import type { ComparedMethod } from '../settings';
import { StudyFault } from './study-fault';
import { WholeEntry } from './whole-entry';
import { studiesWords } from '../../words/studies';

const words = studiesWords.methodsForm;

/** More lines than these cannot be told apart. */
const MOST_METHODS = 5;
const MOST_PASSES = 1e9;

/** Which methods, each with its constants and rate, and for how many passes of the chip's light. */
export function MethodsForm() {
  const [settings, set] = useSettings('methods');
  const network = useNetwork();
  const { methods } = settings;
  const change = (index: number, next: ComparedMethod): void =>
    set({ methods: methods.map((each, i) => (i === index ? next : each)) });
  return (
    <>
      <WholeEntry
        label={words.chipForwardPassesOfEach}
        value={settings.passes}
        low={1}
        high={MOST_PASSES}
        hint={words.onePassIsOneSamples}
        onChange={(passes) => set({ passes })}
      />
      <StudyFault where="passes" />
      {methods.map((each, index) => (
        <MethodCard
          key={index}
          number={index + 1}
          compared={each}
          steps={stepsOf(network, each, settings.passes)}
          onChange={(next) => change(index, next)}
          onRemove={
            methods.length > 1 ? () => set({ methods: methods.filter((_, i) => i !== index) }) : undefined
          }
        />
      ))}
      {methods.length < MOST_METHODS && (
        <Button kind="quiet" onPress={() => set({ methods: [...methods, { ...nextOf(methods) }] })}>
          <Plus aria-hidden />
          {words.addAMethod}
        </Button>
      )}
    </>
  );
}

function MethodCard(props: {
  readonly number: number;
  readonly compared: ComparedMethod;
  readonly steps: number | undefined;
  readonly onChange: (next: ComparedMethod) => void;
  readonly onRemove: (() => void) | undefined;
}) {
  const { compared, steps, onChange } = props;
  const experiment = useExperiment((state) => state.experiment);
  const commit = (next: ComparedMethod): Result<unknown> => {
    const checked = checkedMethod(experiment, next);
    if (checked.ok) onChange(next);
    return checked;
  };
  return (
    <div className="method-card" role="group" aria-label={words.method(props.number)}>
      <div className="method-head">
        <Choice
          label={words.method(props.number)}
          hideLabel
          value={compared.method.kind}
          options={METHODS}
          onChange={(kind) => {
            if (kind !== compared.method.kind) onChange({ ...compared, method: methodOf(kind) });
          }}
        />
        {props.onRemove && (
          <IconButton label={words.removeMethod(props.number)} icon={<X />} onPress={props.onRemove} />
        )}
      </div>
      <MethodConstants method={compared.method} commit={(method) => commit({ ...compared, method })} />
      <NumberEntry
        label={words.learningRate}
        factor={1.25}
        value={compared.learningRate}
        onCommit={(learningRate) => commit({ ...compared, learningRate })}
      />
      {steps !== undefined && (
        <p className="field-note">
          {steps === 0 ? words.tooFewPassesForOne : words.steps(formatCount(steps))}
        </p>
      )}
    </div>
  );
}

function checkedMethod(experiment: Experiment, { method, learningRate }: ComparedMethod): Result<unknown> {
  return validateExperiment({ ...experiment, training: { ...experiment.training, method, learningRate } });
}

function stepsOf(
  network: NetworkPlan | undefined,
  { method }: ComparedMethod,
  passes: number,
): number | undefined {
  return network && Math.floor(passes / passesPerStep({ ...network, method }));
}

/** A method that is not compared yet, at the last one's rate. */
function nextOf(methods: readonly ComparedMethod[]): ComparedMethod {
  const kinds = methods.map(({ method }) => method.kind);
  const free = METHODS.find(({ id }) => !kinds.includes(id)) ?? METHODS[0];
  const learningRate = methods.at(-1)?.learningRate ?? 0.01;
  return { method: methodOf(free?.id ?? 'backprop'), learningRate };
}
