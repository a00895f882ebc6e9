import { runCommand } from '../commands/registry';
import { formatSi } from '../format/si';
import { Button } from '../parts/button';
import { copyReport } from '../state/fault-report';
import { useStrayError } from '../state/stray-errors';
import { SharedBar } from '../share/shared-bar';
import '../styles/documents.css';
import { documentWords } from '../words/documents';
import { reportWords } from '../words/report';
import { storageWords } from '../words/storage';
import { CrashNotice } from './crash-notice';
import { useCrash } from './crash-notice-store';
import { openDialog, useDocument } from './document-store';
import { Bar } from './safety-bar';
import { useRoom } from './room-store';
import { useGuest } from '../state/guest';

/** One line each: what is the matter, and what can be done. */
export function SafetyBars() {
  const isReader = useDocument((state) => state.role === 'reader');
  const isShared = useGuest((state) => state.shared !== undefined);
  const mark = useCrash((state) => state.mark);
  return (
    <>
      <StrayError />
      {isShared ? <SharedBar /> : isReader && <ReaderBar />}
      {mark !== undefined && <CrashNotice mark={mark} />}
      <RoomBar />
    </>
  );
}

function StrayError() {
  const fault = useStrayError((state) => state.fault);
  if (fault === undefined) return null;
  return (
    <Bar
      kind="bad"
      title={fault.message}
      note={fault.fix}
      onDismiss={() => useStrayError.setState({ fault: undefined })}
    >
      <Button onPress={() => void copyReport(fault)}>{reportWords.copy}</Button>
    </Bar>
  );
}

function ReaderBar() {
  return (
    <Bar title={documentWords.tabs.message} note={documentWords.tabs.note}>
      <Button onPress={() => runCommand('takeOver')}>{documentWords.tabs.takeOver}</Button>
      <Button kind="quiet" onPress={() => runCommand('duplicateDocument')}>
        {documentWords.tabs.copy}
      </Button>
    </Bar>
  );
}

function RoomBar() {
  const room = useRoom();
  if (room.quota === undefined || room.isDismissed || !room.isShort) return null;
  const left = formatSi(Math.max(0, room.quota.quota - room.quota.used), 'B');
  return (
    <Bar
      kind="warn"
      title={storageWords.short.message}
      note={storageWords.short.fix(left)}
      onDismiss={() => useRoom.setState({ isDismissed: true })}
    >
      <Button onPress={() => openDialog('storage')}>{storageWords.freeRoom}</Button>
    </Bar>
  );
}
