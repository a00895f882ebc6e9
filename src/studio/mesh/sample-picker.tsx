import { ChevronLeft, ChevronRight, Shuffle } from 'lucide-react';
import { CommandIcon } from '../parts/button';
import { Choice } from '../parts/choice';
import { SampleImage } from '../parts/sample-image';
import { formatCount, significant } from '../format/si';
import { chip } from '../state/chip';
import { useRun } from '../state/run-store';
import { goTo, onlyClass, showOwn, splitSize, useSample } from '../state/sample-store';
import { useChipVersion } from '../state/use-chip';
import { Button } from '../parts/button';

/** Which sample's light is shown. */
export function SamplePicker() {
  const { view, split, own, only } = useSample();
  const info = useRun((state) => state.info);
  useChipVersion();
  if (info === undefined || view === undefined)
    return <div className="sample-picker is-empty">The chosen sample appears here.</div>;
  const readings = chip.readings();
  const answer = readings === undefined ? undefined : info.classNames[readings.answer];
  const truth = info.classNames[view.label];
  const isRight = readings?.answer === view.label;
  if (own) {
    return (
      <div className="sample-picker">
        <p className="sample-text">
          <strong>Your own sample</strong>
          <span className="muted">answered {answer ?? '–'}</span>
        </p>
        <Button onPress={() => showOwn(undefined)}>Back to the data set</Button>
      </div>
    );
  }
  return (
    <div className="sample-picker" role="group" aria-label="Sample">
      {view.image && <SampleImage image={view.image} size={52} label={`Sample of class ${truth ?? ''}`} />}
      <div className="sample-text">
        <p>
          <strong>{truth}</strong>
          <span className={isRight ? 'verdict good' : 'verdict bad'}>
            {isRight ? 'answered right' : `answered ${answer ?? '–'}`}
          </span>
        </p>
        <p className="muted tabular">
          {split === 'test' ? 'Test' : 'Training'} sample {formatCount(view.index + 1)} of{' '}
          {formatCount(splitSize(split))}, {info.provenance.source}
        </p>
        {view.values && <SampleValues values={view.values} />}
      </div>
      <div className="sample-buttons">
        <div className="button-group">
          <CommandIcon id="previous" icon={<ChevronLeft />} />
          <CommandIcon id="random" icon={<Shuffle />} />
          <CommandIcon id="next" icon={<ChevronRight />} />
        </div>
        <Choice
          label="Split"
          hideLabel
          value={split}
          options={[
            { id: 'test', name: 'Test' },
            { id: 'train', name: 'Training' },
          ]}
          onChange={(id) => void goTo(id, 0)}
        />
        <Choice
          label="Class"
          hideLabel
          value={only === undefined ? 'all' : String(only)}
          options={[
            { id: 'all', name: 'All classes' },
            ...info.classNames.map((name, c) => ({ id: String(c), name })),
          ]}
          onChange={(id) => void onlyClass(id === 'all' ? undefined : Number(id))}
        />
      </div>
    </div>
  );
}

function SampleValues({ values }: { readonly values: Readonly<Record<string, number>> }) {
  const shown = ['f0', 'f1', 'f2', 'f3'].filter((name) => Number.isFinite(values[name]));
  const names = shown.length > 0 ? shown : Object.keys(values).slice(0, 4);
  return (
    <p className="sample-values tabular">
      {names.map((name) => (
        <span key={name}>
          <span className="muted">{shown.length > 0 ? name.toUpperCase() : name}</span>{' '}
          {significant(values[name] ?? Number.NaN)}
        </span>
      ))}
      {shown.length > 0 && <span className="muted">Hz</span>}
    </p>
  );
}
