import { Trash2 } from 'lucide-react';
import { IconButton } from '../parts/button';
import { Choice } from '../parts/choice';
import { recordTitle } from './record-title';
import type { StudyRecord } from './records';
import { removeRecord, useRecords } from './records';
import type { StudyKind } from './settings';
import { useStudies } from './study-run';
import { MethodsView } from './views/methods-view';
import { MonteCarloView } from './views/monte-carlo-view';
import { SensitivityView } from './views/sensitivity-view';
import { YieldView } from './views/yield-view';
import { studiesWords } from '../words/studies';

const words = studiesWords.recordView;

type Kind = Exclude<StudyKind, 'paper'>;

/** What will be here, until there is something. */
const EMPTY: Readonly<Record<Kind, string>> = {
  'monte-carlo': words.howManyDiesReachWhich,
  yield: words.theShareOfGoodDies,
  sensitivity: words.everyInterferometerAppearsHereColoured,
  methods: words.accuracyAndLossAppearHere,
};

/** The study of a kind that is being made, or one of those that were. */
export function RecordView({ kind }: { readonly kind: Kind }) {
  const running = useStudies((state) => state.running?.record);
  const shown = useStudies((state) => state.shown);
  const all = useRecords((state) => state.records);
  const records = all.filter(({ settings }) => settings.kind === kind);
  if (running?.settings.kind === kind) {
    return running.parts.length > 0 ? (
      <Shown record={running} />
    ) : (
      <p className="muted study-empty">{words.theFirstMeasurementsComeIn}</p>
    );
  }
  const record = records.find(({ id }) => id === shown) ?? records[0];
  if (record === undefined) return <p className="muted study-empty">{EMPTY[kind]}</p>;
  return (
    <>
      <Shown key={record.id} record={record} />
      <div className="study-records">
        <Choice
          label={words.result}
          hideLabel
          value={record.id}
          options={records.map((each) => ({ id: each.id, ...recordTitle(each) }))}
          onChange={(id) => useStudies.setState({ shown: id })}
        />
        <IconButton
          label={words.removeThisResult}
          icon={<Trash2 />}
          onPress={() => removeRecord(record.id)}
        />
      </div>
    </>
  );
}

function Shown({ record }: { readonly record: StudyRecord }) {
  switch (record.settings.kind) {
    case 'monte-carlo':
      return <MonteCarloView record={record} />;
    case 'yield':
      return <YieldView record={record} />;
    case 'sensitivity':
      return <SensitivityView record={record} />;
    case 'methods':
      return <MethodsView record={record} />;
    case 'paper':
      return null;
  }
}
