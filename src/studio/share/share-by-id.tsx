import { Lock } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { ShareDays } from '../../cloud/shares/publish-share';
import type { Fault } from '../../lib/fault';
import { toFault } from '../../lib/fault';
import { formatSi } from '../format/si';
import { Button } from '../parts/button';
import { Choice } from '../parts/choice';
import { awaiting } from '../state/run-store';
import { shareWords } from '../words/share';
import type { CloudState, MadeShare } from './make-share';
import { cloudState, goWithoutName, makeShare } from './make-share';

const words = shareWords.cloud;
const DAYS: readonly ShareDays[] = [1, 7, 30, 365];
const OPTIONS = DAYS.map((days) => ({ id: String(days), name: words.days[days] }));

/** Makes a link that expires and can be revoked, of all that is on screen. */
export function ShareById({ onMade }: { readonly onMade: (made: MadeShare) => void }) {
  const [state, setState] = useState<CloudState>();
  const [days, setDays] = useState<ShareDays>(7);
  const [sent, setSent] = useState<readonly [sent: number, total: number]>();
  const [fault, setFault] = useState<Fault>();
  const stop = useRef<AbortController>(undefined);
  useEffect(() => {
    let isCurrent = true;
    cloudState().then(
      (found) => isCurrent && setState(found),
      (thrown: unknown) => isCurrent && setFault(toFault(thrown)),
    );
    return () => {
      isCurrent = false;
      // Closed on the way: nothing half-sent is left behind.
      stop.current?.abort();
    };
  }, []);

  const enter = async (): Promise<void> => {
    setFault(undefined);
    try {
      await awaiting(goWithoutName());
      setState(await cloudState());
    } catch (thrown) {
      setFault(toFault(thrown));
    }
  };
  const make = async (): Promise<void> => {
    const mine = new AbortController();
    stop.current = mine;
    setFault(undefined);
    setSent([0, 0]);
    try {
      onMade(await awaiting(makeShare(days, (...progress) => setSent(progress), mine.signal)));
    } catch (thrown) {
      setFault(toFault(thrown));
    }
    setSent(undefined);
  };

  if (sent !== undefined) return <Sending sent={sent} onCancel={() => stop.current?.abort()} />;
  return (
    <div className="share-panel">
      {fault !== undefined && (
        <p className="field-error" role="alert">
          {fault.message} {fault.fix}
        </p>
      )}
      {state === undefined && fault === undefined && <p className="muted">{words.looking}</p>}
      {state === 'none' && <p className="muted">{shareWords.notes.noCloud}</p>}
      {state === 'signed-out' && (
        <>
          <p className="muted">{words.needsAccount}</p>
          <div className="share-actions">
            <Button kind="primary" onPress={() => void enter()}>
              {words.goOn}
            </Button>
          </div>
        </>
      )}
      {state === 'ready' && (
        <div className="share-make">
          <Choice
            label={words.validFor}
            value={String(days)}
            options={OPTIONS}
            onChange={(id) => setDays(DAYS.find((each) => String(each) === id) ?? 7)}
          />
          <Button kind="primary" onPress={() => void make()}>
            <Lock aria-hidden />
            {words.make}
          </Button>
        </div>
      )}
    </div>
  );
}

function Sending(props: { readonly sent: readonly [number, number]; readonly onCancel: () => void }) {
  const [sent, total] = props.sent;
  const text = total === 0 ? words.packing : words.sending(formatSi(sent, 'B'), formatSi(total, 'B'));
  const fraction = total === 0 ? 0 : sent / total;
  return (
    <div className="share-panel">
      <p className="tabular" role="status">
        {text}
      </p>
      <div
        className="progress-track"
        role="progressbar"
        aria-label={text}
        aria-valuenow={Math.round(100 * fraction)}
      >
        <div className="progress-fill" style={{ transform: `scaleX(${String(fraction)})` }} />
      </div>
      <div className="share-actions">
        <Button onPress={props.onCancel}>{words.cancel}</Button>
      </div>
    </div>
  );
}
