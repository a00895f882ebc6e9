import { X } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import type { Fault } from '../../lib/fault';
import { Button, IconButton } from '../parts/button';
import { readableKeys } from '../commands/shortcuts';
import { isMac } from '../parts/platform';
import { Toggle } from '../parts/toggle';
import { notify } from '../state/notify';
import { canTrainOn } from '../state/files';
import { awaiting } from '../state/run-store';
import { exchangeWords } from '../words/exchange';
import { applyItem } from './apply-import';
import { closeImport, useExchange } from './exchange-store';
import { changesOf, factsOf } from './import-facts';
import type { ImportItem } from './import-items';
import { faultOf, importItems } from './import-items';
import '../styles/exchange.css';

/** What the opened files hold and what they would change; nothing happens before the person says so. */
export function ImportDialog() {
  const opened = useExchange((state) => state.opened);
  const items = useMemo(() => importItems(opened?.files ?? []), [opened]);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => firstChoice(items));
  const [trains, setTrains] = useState(() =>
    items.some((item) => item.kind === 'data' && canTrainOn(item.parts)),
  );
  const [fault, setFault] = useState<Fault>();
  const taken = items.filter(({ id }) => chosen.has(id));
  const apply = async (): Promise<void> => {
    for (const item of taken) {
      const result = await awaiting(applyItem(item, trains));
      if (result.ok) continue;
      setFault(result.fault);
      return;
    }
    closeImport();
    tellApplied(taken);
  };
  return (
    <ModalOverlay
      className="overlay"
      isOpen
      isDismissable
      onOpenChange={(isOpen) => !isOpen && closeImport()}
    >
      <Modal className="sheet exchange-sheet">
        <Dialog className="sheet-dialog">
          <div className="sheet-head">
            <Heading slot="title">{exchangeWords.importTitle(opened?.files.length ?? 0)}</Heading>
            <IconButton label={exchangeWords.close} icon={<X />} onPress={closeImport} />
          </div>
          {/* Scrolls, so it must be reachable by keys. */}
          <div className="exchange-body" role="group" aria-label={exchangeWords.what} tabIndex={0}>
            {items.map((item) => (
              <ItemCard
                key={item.id}
                item={item}
                isAlone={items.length === 1}
                isChosen={chosen.has(item.id)}
                onChoose={(isOn) => setChosen(withChoice(items, chosen, item, isOn))}
                trains={trains}
                onTrains={setTrains}
              />
            ))}
            {opened?.faults.map((each) => (
              <FaultNote key={each.message} fault={each} />
            ))}
            {fault && <FaultNote fault={fault} />}
          </div>
          <div className="exchange-foot">
            <p className="muted small">{noteOf(taken, items)}</p>
            <Button kind="quiet" onPress={closeImport}>
              {exchangeWords.cancel}
            </Button>
            <Button kind="primary" isDisabled={taken.length === 0} onPress={() => void apply()}>
              {applyTitle(taken, items)}
            </Button>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function ItemCard(props: {
  readonly item: ImportItem;
  readonly isAlone: boolean;
  readonly isChosen: boolean;
  readonly onChoose: (isOn: boolean) => void;
  readonly trains: boolean;
  readonly onTrains: (trains: boolean) => void;
}) {
  const { item } = props;
  const fault = faultOf(item);
  const changes = changesOf(item, props.trains);
  return (
    <section className="exchange-item" aria-label={item.name}>
      <h3>
        <span className="exchange-name">{item.name}</span>
        <span className="kind">{exchangeWords.kinds[item.kind]}</span>
        {!props.isAlone && fault === undefined && (
          <Toggle label={exchangeWords.use(item.name)} isOn={props.isChosen} onChange={props.onChoose} />
        )}
      </h3>
      <dl className="exchange-facts">
        {factsOf(item).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {item.kind === 'data' && canTrainOn(item.parts) && (
        <>
          <Toggle label={exchangeWords.effects.train} isOn={props.trains} onChange={props.onTrains} />
          <p className="muted small">{exchangeWords.effects.trainNote}</p>
        </>
      )}
      {fault ? <FaultNote fault={fault} /> : <Changes changes={changes} />}
    </section>
  );
}

const CHANGES_SHOWN = 10;

function Changes({ changes }: { readonly changes: readonly string[] }) {
  const rest = changes.length - CHANGES_SHOWN;
  return (
    <div className="exchange-changes">
      <h4>{exchangeWords.changes}</h4>
      {changes.length === 0 ? (
        <p className="muted">{exchangeWords.noChange}</p>
      ) : (
        <ul>
          {changes.slice(0, CHANGES_SHOWN).map((change) => (
            <li key={change}>{change}</li>
          ))}
          {rest > 0 && <li className="muted">{exchangeWords.more(rest)}</li>}
        </ul>
      )}
    </div>
  );
}

function FaultNote({ fault }: { readonly fault: Fault }) {
  return (
    <p className="field-error" role="alert">
      {fault.message} {exchangeWords.safe} {fault.fix}
    </p>
  );
}

/** Only one experiment can be on screen. */
function isDocument({ kind }: ImportItem): boolean {
  return kind === 'experiment' || kind === 'archive';
}

function firstChoice(items: readonly ImportItem[]): ReadonlySet<string> {
  const usable = items.filter((item) => faultOf(item) === undefined);
  const document = usable.find(isDocument);
  return new Set(usable.filter((item) => !isDocument(item) || item === document).map(({ id }) => id));
}

function withChoice(
  items: readonly ImportItem[],
  chosen: ReadonlySet<string>,
  item: ImportItem,
  isOn: boolean,
): ReadonlySet<string> {
  const rivals = isOn && isDocument(item) ? items.filter(isDocument).map(({ id }) => id) : [item.id];
  const next = new Set([...chosen].filter((id) => !rivals.includes(id)));
  if (isOn) next.add(item.id);
  return next;
}

function applyTitle(taken: readonly ImportItem[], items: readonly ImportItem[]): string {
  const [only = items[0]] = taken;
  return taken.length > 1 || only === undefined
    ? exchangeWords.apply.several
    : exchangeWords.apply[only.kind];
}

/** What can be taken back of it, and how. */
function noteOf(taken: readonly ImportItem[], items: readonly ImportItem[]): string {
  const [only = items[0]] = taken;
  return exchangeWords.importNote[taken.length > 1 || only === undefined ? 'several' : only.kind];
}

function tellApplied(taken: readonly ImportItem[]): void {
  const undoable = taken.filter(({ kind }) => kind !== 'data' && kind !== 'matrix' && kind !== 'image');
  if (undoable.length === 0) return;
  const keys = readableKeys('$mod+z', isMac()).join(' ');
  const isArchive = undoable.some(({ kind }) => kind === 'archive');
  notify('success', exchangeWords.applied(undoable.map(({ name }) => name).join(', ')), {
    description: isArchive ? exchangeWords.appliedArchive(keys) : exchangeWords.appliedNote(keys),
  });
}
