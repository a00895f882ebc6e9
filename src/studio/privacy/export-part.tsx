import { useEffect, useRef, useState } from 'react';
import type { Fault } from '../../lib/fault';
import { toFault } from '../../lib/fault';
import { FaultLine } from '../account/fault-line';
import { formatSi } from '../format/si';
import { Button } from '../parts/button';
import { privacyWords } from '../words/privacy';
import type { Everything } from './export-everything';
import { exportEverything } from './export-everything';

const words = privacyWords.export;

/** One archive with everything, with progress and a way to stop it. */
export function ExportPart() {
  const [count, setCount] = useState<number>();
  const [done, setDone] = useState<Everything>();
  const [stopped, setStopped] = useState(false);
  const [fault, setFault] = useState<Fault>();
  const stop = useRef<AbortController>(undefined);
  // The window was closed in the middle.
  useEffect(() => () => stop.current?.abort(), []);
  const start = async (): Promise<void> => {
    const own = new AbortController();
    stop.current = own;
    setDone(undefined);
    setFault(undefined);
    setStopped(false);
    setCount(0);
    try {
      setDone(await exportEverything(own.signal, setCount));
    } catch (thrown) {
      if (own.signal.aborted) setStopped(true);
      else setFault(toFault(thrown));
    }
    setCount(undefined);
  };
  const isBusy = count !== undefined;
  return (
    <section>
      <h3>{words.title}</h3>
      <p className="muted small">{words.note}</p>
      <div className="privacy-actions">
        <Button isDisabled={isBusy} onPress={() => void start()}>
          {words.button}
        </Button>
        {isBusy && <Button onPress={() => stop.current?.abort()}>{privacyWords.cancel}</Button>}
        <p role="status" className="small tabular">
          {isBusy ? words.working(count) : done !== undefined ? saidOf(done) : stopped ? words.stopped : ''}
        </p>
      </div>
      <FaultLine fault={fault} />
    </section>
  );
}

function saidOf({ files, bytes, hasAccount, problems }: Everything): string {
  return [
    words.done(files, formatSi(bytes, 'B')),
    ...(hasAccount ? [] : [words.without]),
    ...(problems.length === 0 ? [] : [words.problems(problems.length)]),
  ].join(' ');
}
