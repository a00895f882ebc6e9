import { Play } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { formatCount } from '../format/si';
import { Button } from '../parts/button';
import { Choice } from '../parts/choice';
import { Segmented } from '../parts/segmented';
import { chip } from '../state/chip';
import { useExperiment } from '../state/experiment-store';
import { usePreferences } from '../state/preferences';
import { useRun } from '../state/run-store';
import { sweepsWords } from '../words/sweeps';
import { startSweep, isUnderWay } from './act';
import { AxisEditor } from './axis-editor';
import type { DiesDraft, ReadDraft, SweepDraft } from './draft';
import { draftOf, newAxis, readDraft, usualDraft } from './draft';
import { chosenEngines, enginesFor, mostEngines } from './engine-count';
import { estimatedSeconds } from './estimate';
import { valuesText } from './results';
import { SettingSearch } from './setting-search';
import { sweepableSettings } from './sweepable';
import { useSweeps } from './sweeps-store';
import { TextEntry } from './text-entry';
import { timeText } from './time-text';

const { form: words } = sweepsWords;
const KINDS = (['train', 'dies'] as const).map((id) => ({ id, name: words.kinds[id] }));
const SEARCHES = (['grid', 'random'] as const).map((id) => ({ id, name: words.searches[id] }));
const BACKENDS = (['wasm', 'webgpu', 'reference'] as const).map((id) => ({ id, name: words.backends[id] }));
const enginesOffered = () =>
  Array.from({ length: mostEngines() }, (_, index) => {
    const id = String(index + 1);
    return { id, name: id };
  });
/** Impossible combinations that are told one by one. */
const TOLD = 5;

/** The form of a sweep: settings, values, how they are searched, and what that comes to. */
export function NewSweep() {
  const from = useSweeps((state) => state.form?.from);
  const current = useExperiment((state) => state.experiment);
  const base = from?.base ?? current;
  const step = useRun((state) => state.step);
  const [draft, setDraft] = useState<SweepDraft>(() =>
    from === undefined ? usualDraft(base) : draftOf(from),
  );
  const change = (part: Partial<SweepDraft>): void => setDraft({ ...draft, ...part });
  // Dies are those of the chip on screen, whichever sweep the form is filled from.
  const subject = draft.kind === 'dies' ? current : base;
  const read = useMemo(() => readDraft(draft, subject, step), [draft, subject, step]);
  const isBusy = useSweeps(({ sweeps }) => sweeps.some(({ state }) => isUnderWay(state)));
  const close = (): void => useSweeps.setState({ form: undefined });
  const start = (): void => {
    if (read.sweep === undefined) return;
    const phases = draft.kind === 'dies' ? { parameters: chip.parameters.slice(), step } : undefined;
    void startSweep(read.sweep, phases);
  };
  return (
    <ModalOverlay className="overlay" isOpen isDismissable onOpenChange={(isOpen) => !isOpen && close()}>
      <Modal className="sheet sweep-sheet">
        <Dialog className="sheet-dialog">
          <header className="sweep-sheet-head">
            <Heading slot="title">{words.title}</Heading>
            <p className="muted small">
              {draft.kind === 'dies' ? words.fromDies(formatCount(step)) : words.from(subject.name)}
            </p>
          </header>
          <div className="sweep-form">
            <Segmented
              label={words.kind}
              value={draft.kind}
              options={KINDS}
              onChange={(kind) => change({ kind })}
            />
            {draft.kind === 'train' ? (
              <TrainForm draft={draft} read={read} base={subject} change={change} />
            ) : (
              <DiesForm dies={draft.dies} read={read} onChange={(dies) => change({ dies })} />
            )}
            <div className="sweep-row">
              <TextEntry
                label={words.name}
                text={draft.name}
                hint={read.sweep?.name ?? ''}
                onChange={(name) => change({ name })}
              />
              <Choice
                label={words.backend}
                value={draft.backend}
                options={BACKENDS}
                onChange={(backend) => change({ backend })}
              />
              <Engines />
            </div>
          </div>
          <footer className="sweep-sheet-foot">
            <Summary read={read} isDies={draft.kind === 'dies'} />
            <Button kind="quiet" onPress={close}>
              {words.cancel}
            </Button>
            <Button kind="primary" isDisabled={read.sweep === undefined} onPress={start}>
              <Play aria-hidden />
              {isBusy ? words.queue : words.start}
            </Button>
          </footer>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

interface FormProps {
  readonly draft: SweepDraft;
  readonly read: ReadDraft;
  readonly base: Parameters<typeof sweepableSettings>[0];
  readonly change: (part: Partial<SweepDraft>) => void;
}

function TrainForm({ draft, read, base, change }: FormProps) {
  const settings = useMemo(() => sweepableSettings(base), [base]);
  const { axes } = draft;
  const impossible = read.trials.filter(({ experiment }) => experiment === undefined);
  const fault = read.faults.get('settings');
  return (
    <>
      <ul className="sweep-axes" aria-label={words.settings}>
        {axes.map((axis) => {
          const setting = settings.find(({ path }) => path === axis.path);
          return setting === undefined ? null : (
            <AxisEditor
              key={axis.path}
              axis={axis}
              setting={setting}
              fault={read.faults.get(axis.path)}
              onChange={(values) =>
                change({ axes: axes.map((each) => (each === axis ? { ...axis, values } : each)) })
              }
              onRemove={() => change({ axes: axes.filter((each) => each !== axis) })}
            />
          );
        })}
      </ul>
      <SettingSearch
        // A new one, so that its list does not open again over what was just added.
        key={axes.length}
        settings={settings.filter(({ path }) => !axes.some((axis) => axis.path === path))}
        onAdd={(setting) => {
          change({ axes: [...axes, newAxis(setting)] });
          requestAnimationFrame(() =>
            document.querySelector<HTMLElement>('.sweep-axis:last-child input')?.focus(),
          );
        }}
      />
      {fault !== undefined && <p className="field-error" role="alert">{`${fault.message} ${fault.fix}`}</p>}
      <div className="sweep-row">
        <Segmented
          label={words.search}
          value={draft.search}
          options={SEARCHES}
          onChange={(search) => change({ search })}
        />
        {draft.search === 'random' && (
          <>
            <TextEntry
              label={words.trials}
              text={draft.trials}
              fault={read.faults.get('trials')}
              onChange={(trials) => change({ trials })}
            />
            <TextEntry
              label={words.seed}
              text={draft.seed}
              fault={read.faults.get('seed')}
              onChange={(seed) => change({ seed })}
            />
          </>
        )}
      </div>
      {impossible.length > 0 && (
        <div className="sweep-impossible small" role="note">
          <p>{words.impossible(impossible.length)}</p>
          <ul>
            {impossible.slice(0, TOLD).map(({ index, values, fault: why }) => (
              <li key={index}>
                {`${valuesText({ axes: read.sweep?.axes ?? axes.map(({ path }) => ({ path, values: [] })) }, { values })}: ${why?.message ?? ''}`}
              </li>
            ))}
          </ul>
          {impossible.length > TOLD && <p className="muted">{words.more(impossible.length - TOLD)}</p>}
        </div>
      )}
    </>
  );
}

const DIES_FIELDS = ['count', 'first', 'samples', 'splitterError', 'phaseError'] as const;
const DIES_NAMES: Readonly<Record<keyof DiesDraft, string>> = {
  count: words.dies,
  first: words.firstDie,
  samples: words.samples,
  splitterError: words.splitterError,
  phaseError: words.phaseError,
};

function DiesForm(props: {
  readonly dies: DiesDraft;
  readonly read: ReadDraft;
  readonly onChange: (dies: DiesDraft) => void;
}) {
  const { dies, read, onChange } = props;
  return (
    <div className="sweep-row">
      {DIES_FIELDS.map((field) => (
        <TextEntry
          key={field}
          label={DIES_NAMES[field]}
          text={dies[field]}
          unit={field.endsWith('Error') ? 'rad' : undefined}
          fault={read.faults.get(field)}
          onChange={(text) => onChange({ ...dies, [field]: text })}
        />
      ))}
    </div>
  );
}

function Engines() {
  const chosen = usePreferences(chosenEngines);
  return (
    <Choice
      label={words.engines}
      value={String(chosen)}
      options={enginesOffered()}
      onChange={(id) => usePreferences.setState({ sweepEngines: Number(id) })}
    />
  );
}

/** How many trials, and how long they will take. */
function Summary({ read, isDies }: { readonly read: ReadDraft; readonly isDies: boolean }) {
  const { samplesPerSecond, info } = useRun();
  const experiment = useExperiment((state) => state.experiment);
  const chosen = usePreferences(chosenEngines);
  const { sweep, trials } = read;
  if (sweep === undefined) return <span className="sweep-total" />;
  if (isDies)
    return (
      <span className="sweep-total">
        {sweepsWords.dies(sweep.work.kind === 'dies' ? sweep.work.dies : 0)}
      </span>
    );
  const impossible = trials.filter((trial) => trial.experiment === undefined).length;
  const seconds =
    samplesPerSecond === undefined || info === undefined
      ? undefined
      : estimatedSeconds(
          trials.map((trial) => trial.experiment),
          enginesFor(sweep, chosen),
          { experiment, samplesPerSecond, trainSamples: info.trainSamples },
        );
  return (
    <span className="sweep-total" role="status">
      <strong className="tabular">{words.total(trials.length, impossible)}</strong>{' '}
      <span className="muted small">
        {seconds === undefined ? words.noTime : words.time(timeText(seconds))}
      </span>
    </span>
  );
}
