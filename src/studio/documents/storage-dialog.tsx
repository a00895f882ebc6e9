import { useEffect, useState } from 'react';
import type { Room, RoomKind, Spared } from '../../library/store/storage-room';
import { freeRoom, measureRoom } from '../../library/store/storage-room';
import { formatSi } from '../format/si';
import { Button } from '../parts/button';
import { notify } from '../state/notify';
import { useRun } from '../state/run-store';
import { storageWords as words } from '../words/storage';
import { Window } from './document-window';
import { useDocument, libraryChanged } from './document-store';
import { storageFault } from './storage-fault';
import { useRoom } from './room-store';
import { askRoom, keepStorage, usePersistence } from './storage-watch';

/** What takes room, and what of it can be given up. */
export function StorageDialog() {
  const [rooms, setRooms] = useState<readonly Room[]>();
  const measure = async (): Promise<void> => {
    try {
      setRooms(await measureRoom(spared()));
    } catch (thrown) {
      setRooms([]);
      tell(thrown);
    }
  };
  useEffect(() => {
    void askRoom();
    measureRoom(spared()).then(setRooms, (thrown: unknown) => {
      setRooms([]);
      tell(thrown);
    });
  }, []);
  const free = async ({ kind, bytes }: Room): Promise<void> => {
    try {
      await freeRoom(kind, spared());
      notify('success', words.freed(words.kinds[kind].name, formatSi(bytes, 'B')), { id: 'freed' });
    } catch (thrown) {
      tell(thrown);
    }
    libraryChanged();
    await Promise.all([measure(), askRoom()]);
  };
  return (
    <Window title={words.heading} size="small">
      <div className="window-body">
        <Meter />
        <p className="muted small">{words.intro}</p>
        {rooms === undefined ? (
          <p className="muted">{words.measuring}</p>
        ) : (
          <ul className="room-list">
            {rooms.map((room) => (
              <li key={room.kind}>
                <RoomText room={room} />
                <Button
                  label={words.free(words.kinds[room.kind].name)}
                  isDisabled={room.count === 0}
                  onPress={() => void free(room)}
                >
                  {words.freeButton}
                </Button>
              </li>
            ))}
          </ul>
        )}
        <Protection />
      </div>
    </Window>
  );
}

function RoomText({ room: { kind, count, bytes } }: { readonly room: Room }) {
  const { name, note }: (typeof words.kinds)[RoomKind] = words.kinds[kind];
  return (
    <div>
      <p>
        {name}
        <span className="tabular muted">{`${words.items(count)}, ${formatSi(bytes, 'B')}`}</span>
      </p>
      <p className="muted small">{note}</p>
    </div>
  );
}

function Meter() {
  const room = useRoom();
  const { quota } = room;
  if (quota === undefined) return <p>{words.unknown}</p>;
  const share = Math.min(1, quota.used / Math.max(1, quota.quota));
  return (
    <div className="room-meter" data-short={room.isShort}>
      <p className="tabular">{words.used(formatSi(quota.used, 'B'), formatSi(quota.quota, 'B'))}</p>
      <div
        className="progress-track"
        role="meter"
        aria-label={words.meter}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(100 * share)}
      >
        <div className="progress-fill" style={{ transform: `scaleX(${share})` }} />
      </div>
    </div>
  );
}

function Protection() {
  const persisted = usePersistence((state) => state.persisted);
  if (persisted === undefined) return null;
  return (
    <section className="room-protection" aria-label={words.protectHeading}>
      <p className="muted small">{persisted ? words.isProtected : words.isNotProtected}</p>
      {!persisted && <Button onPress={() => void keepStorage()}>{words.protect}</Button>}
    </section>
  );
}

/** The work on screen and what is being trained. */
function spared(): Spared {
  const { info } = useRun.getState();
  return { document: useDocument.getState().id, runs: new Set(info === undefined ? [] : [info.runId]) };
}

function tell(thrown: unknown): void {
  const fault = storageFault(thrown);
  notify('error', fault.message, { description: fault.fix });
}
