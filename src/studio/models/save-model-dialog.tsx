import type { FormEvent } from 'react';
import { useEffect, useState } from 'react';
import { toFault } from '../../lib/fault';
import type { Result } from '../../lib/result';
import { fail } from '../../lib/result';
import { useAccount } from '../account/account-store';
import { openDialog } from '../documents/document-store';
import { Window } from '../documents/document-window';
import '../styles/model-page.css';
import { formatPercent, formatSi } from '../format/si';
import { Button } from '../parts/button';
import { Choice } from '../parts/choice';
import { Segmented } from '../parts/segmented';
import { modelsWords } from '../words/models';
import { useModelList } from './list-store';
import type { MadeVersion } from './make-version';
import { tagsOf } from './model-tags';
import { followModels, titleOfModel, useModels, versionsOf } from './models-store';
import { mayDoHere } from './rights';
import { saveAsModel, whatIsSaved } from './save-model';

const words = modelsWords.save;
const MAX_TITLE = 80;
const MAX_NAME = 120;

/** Asks how the chip, or a run, is to be kept: under a new name or as the next version of a model. */
export function SaveModelDialog() {
  const made = useMade();
  const { kind, setKind, models, model, setModel } = useDestination();
  const [name, setName] = useState<string>();
  const [tags, setTags] = useState('');
  const [title, setTitle] = useState<string>();
  const [isLive, setLive] = useState(false);
  const [isSaving, setSaving] = useState(false);
  const summary = made?.ok === true ? made.value.summary : undefined;
  const proposedName = summary?.experiment ?? '';
  const proposedTitle = kind === 'new' ? words.firstTitle : words.nextTitle(versionsOf(model).length + 1);
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (made?.ok !== true || isSaving) return;
    setSaving(true);
    const destination =
      kind === 'new' || model === undefined
        ? ({ kind: 'new', name: name?.trim() || proposedName, tags: tagsOf(tags) } as const)
        : ({ kind: 'version', model } as const);
    const isDone = await saveAsModel(made.value, destination, title?.trim() || proposedTitle, isLive);
    if (isDone) openDialog(undefined);
    else setSaving(false);
  };
  return (
    <Window title={words.title} size="small">
      <form className="window-body" onSubmit={(event) => void save(event)}>
        {models.length > 0 && (
          <Segmented
            label={words.into}
            value={kind}
            options={[
              { id: 'new', name: words.newModel },
              { id: 'version', name: words.version },
            ]}
            onChange={setKind}
          />
        )}
        {kind === 'new' ? (
          <>
            <Field
              label={words.name}
              value={name ?? proposedName}
              limit={MAX_NAME}
              autoFocus
              onChange={setName}
            />
            <Field label={words.tags} value={tags} limit={400} onChange={setTags} />
          </>
        ) : (
          <Choice
            label={words.which}
            value={model ?? ''}
            options={models.map((each) => ({ id: each.id, name: titleOfModel(each) }))}
            onChange={setModel}
          />
        )}
        <Field
          label={words.versionTitle}
          value={title ?? proposedTitle}
          limit={MAX_TITLE}
          onChange={setTitle}
        />
        <label className="model-deploy">
          <input type="checkbox" checked={isLive} onChange={(event) => setLive(event.target.checked)} />
          {words.deploy}
        </label>
        <What made={made} />
        <div className="window-actions">
          <Button onPress={() => openDialog(undefined)}>{words.cancel}</Button>
          <button type="submit" className="button button-primary" disabled={made?.ok !== true || isSaving}>
            {isSaving ? words.saving : words.submit}
          </button>
        </div>
      </form>
    </Window>
  );
}

function What({ made }: { readonly made: Result<MadeVersion> | undefined }) {
  if (made?.ok === false)
    return (
      <p className="save-failed" role="alert">
        {made.fault.message} {made.fault.fix}
      </p>
    );
  const facts =
    made === undefined
      ? words.preparing
      : [
          made.value.summary.accuracy === undefined
            ? modelsWords.notMeasured
            : modelsWords.accuracyOf(formatPercent(made.value.summary.accuracy)),
          formatSi(made.value.bytes.length, 'B'),
        ].join(' · ');
  return (
    <p className="muted small tabular">
      {words.what} {facts}
    </p>
  );
}

function Field(props: {
  readonly label: string;
  readonly value: string;
  readonly limit: number;
  readonly autoFocus?: boolean;
  readonly onChange: (value: string) => void;
}) {
  return (
    <label className="field">
      <span className="field-label">{props.label}</span>
      <input
        className="text-input"
        value={props.value}
        maxLength={props.limit}
        autoFocus={props.autoFocus}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => props.onChange(event.target.value)}
      />
    </label>
  );
}

/** What is saved, taken at the moment the dialog is opened. */
function useMade(): Result<MadeVersion> | undefined {
  const [made, setMade] = useState<Result<MadeVersion>>();
  useEffect(() => {
    let isCurrent = true;
    void whatIsSaved()
      .catch((thrown: unknown) => fail<MadeVersion>(toFault(thrown)))
      .then((read) => isCurrent && setMade(read));
    return () => {
      isCurrent = false;
    };
  }, []);
  return made;
}

/** A new model, or one that the person may write: the one looked at last comes first. */
function useDestination() {
  const all = useModels((state) => state.models);
  const account = useAccount((state) => state.account);
  const at = useModelList((state) => state.at);
  const [now] = useState(() => Date.now());
  const [kind, setKind] = useState<'new' | 'version'>('new');
  const [chosen, setModel] = useState<string>();
  useEffect(() => void followModels(), []);
  const models = all.filter((each) => each.deletedAt === undefined && mayDoHere(account, 'write', each, now));
  const model = models.find(({ id }) => id === (chosen ?? at))?.id ?? models[0]?.id;
  return { kind, setKind, models, model, setModel };
}
