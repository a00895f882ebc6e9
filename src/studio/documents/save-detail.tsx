import { useEffect, useState } from 'react';
import '../styles/documents.css';
import { documentWords } from '../words/documents';
import { ago } from './ago';
import { useDocument } from './document-store';

/** How safe the work is, in a sentence that keeps itself current. */
export function SaveDetail() {
  const { role, save } = useDocument();
  const now = useNow();
  const { details } = documentWords;
  if (role === 'reader') return <p className="save-detail">{details.reading}</p>;
  switch (save.kind) {
    case 'clean':
      return <p className="save-detail">{details.clean}</p>;
    case 'saving':
      return <p className="save-detail">{details.saving}</p>;
    case 'saved':
      return <p className="save-detail tabular">{details.saved(ago(save.at, now))}</p>;
    case 'failed':
      return (
        <p className="save-detail save-failed">
          {save.fault.message} {save.fault.fix}
        </p>
      );
  }
}

/** The time, once a second. */
function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
