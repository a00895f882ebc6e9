import { ChevronLeft, ChevronRight, LayoutGrid, Shuffle } from 'lucide-react';
import { significant } from '../format/si';
import { Button, CommandIcon } from '../parts/button';
import { ChoiceLater } from '../parts/choice-later';
import { SampleImage } from '../parts/sample-image';
import { chip } from '../state/chip';
import { useRun } from '../state/run-store';
import { goTo, onlyClass, showOwn, splitSize, useSample } from '../state/sample-store';
import { useChip } from '../state/use-chip';
import { sampleWords } from '../words/samples';

const SPLITS = ['test', 'train'] as const;

/** Which sample's light is shown. */
export function SamplePicker() {
  const { view, split, own, only } = useSample();
  const info = useRun((state) => state.info);
  const given = useChip(() => chip.readings()?.answer);
  if (info === undefined || view === undefined)
    return <div className="sample-picker is-empty">{sampleWords.chosenLater}</div>;
  const answer = (given === undefined ? undefined : info.classNames[given]) ?? sampleWords.unknown;
  const truth = info.classNames[view.label] ?? sampleWords.unknown;
  const isRight = given === view.label;
  if (own) {
    return (
      <div className="sample-picker">
        <p className="sample-text">
          <strong>{sampleWords.own}</strong>
          <span className="muted">{sampleWords.answered(answer)}</span>
        </p>
        <Button onPress={() => showOwn(undefined)}>{sampleWords.back}</Button>
      </div>
    );
  }
  return (
    <div className="sample-picker" role="group" aria-label={sampleWords.picker}>
      {view.image && <SampleImage image={view.image} size={52} label={sampleWords.imageOf(truth)} />}
      <div className="sample-text">
        <p>
          <strong>{truth}</strong>
          <span className={isRight ? 'verdict good' : 'verdict bad'}>
            {isRight ? sampleWords.answeredRight : sampleWords.answered(answer)}
          </span>
        </p>
        <p className="muted tabular">
          {sampleWords.place(split, view.index + 1, splitSize(split), info.provenance.source)}
        </p>
        {view.values && <SampleValues values={view.values} />}
      </div>
      <div className="sample-buttons">
        <div className="button-group">
          <CommandIcon id="previous" icon={<ChevronLeft />} />
          <CommandIcon id="random" icon={<Shuffle />} />
          <CommandIcon id="next" icon={<ChevronRight />} />
          <CommandIcon id="browse" icon={<LayoutGrid />} />
        </div>
        <ChoiceLater
          label={sampleWords.split}
          hideLabel
          value={split}
          options={SPLITS.map((id) => ({ id, name: sampleWords.splits[id] }))}
          onChange={(id) => void goTo(id, 0)}
        />
        <ChoiceLater
          label={sampleWords.truth}
          hideLabel
          value={only === undefined ? 'all' : String(only)}
          options={[
            { id: 'all', name: sampleWords.anyClass },
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
      {shown.length > 0 && <span className="muted">{sampleWords.hertz}</span>}
    </p>
  );
}
