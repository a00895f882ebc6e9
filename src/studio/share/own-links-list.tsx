import { Copy, Trash2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { ListedShare } from '../../cloud/shares/list-shares';
import type { Fault } from '../../lib/fault';
import { toFault } from '../../lib/fault';
import { formatSi } from '../format/si';
import { Button } from '../parts/button';
import { notify } from '../state/notify';
import { awaiting } from '../state/run-store';
import { shareWords } from '../words/share';
import { copyText } from './copy-text';
import { formatDay } from './format-day';
import { cloud, linkOf } from './make-share';
import { forgetLink, ownLinks } from './own-links';

const words = shareWords.own;

/** Links of the account that is signed in: how long they hold, to be copied again where their key is, or revoked. */
export function OwnLinksList() {
  const [shares, setShares] = useState<readonly ListedShare[]>();
  const [fault, setFault] = useState<Fault>();
  useEffect(() => {
    let isCurrent = true;
    awaiting(read()).then(
      (found) => isCurrent && setShares(found),
      (thrown: unknown) => isCurrent && setFault(toFault(thrown)),
    );
    return () => {
      isCurrent = false;
    };
  }, []);
  if (fault !== undefined)
    return (
      <p className="field-error" role="alert">
        {fault.message} {fault.fix}
      </p>
    );
  if (shares === undefined) return <p className="muted">{words.reading}</p>;
  if (shares.length === 0) return <p className="muted">{words.empty}</p>;
  const drop = (id: string): void => setShares(shares.filter((share) => share.id !== id));
  return (
    <ul className="own-links" aria-label={words.title}>
      {shares.map((share) => (
        <OwnLinkRow key={share.id} share={share} onRevoked={() => drop(share.id)} onFault={setFault} />
      ))}
    </ul>
  );
}

function OwnLinkRow(props: {
  readonly share: ListedShare;
  readonly onRevoked: () => void;
  readonly onFault: (fault: Fault) => void;
}) {
  const { id, createdAt, expiresAt, bytes, chunks } = props.share;
  const [own] = useState(() => ownLinks().find((each) => each.id === id));
  const [isSure, setSure] = useState(false);
  const [now] = useState(Date.now);
  const name = own?.name ?? words.elsewhere;
  const isOver = expiresAt <= now;
  const revoke = async (): Promise<void> => {
    try {
      const { revokeShare } = await import('../../cloud/shares/publish-share');
      await awaiting(revokeShare(await cloud(), id, chunks));
      forgetLink(id);
      notify('success', words.revoked(name), { description: words.revokedNote });
      props.onRevoked();
    } catch (thrown) {
      props.onFault(toFault(thrown));
    }
  };
  return (
    <li className="own-link">
      <div className="own-link-text">
        <span>{name}</span>
        <span className="muted small tabular">
          {isOver
            ? words.expired(formatDay(expiresAt))
            : words.note(formatDay(createdAt), formatDay(expiresAt), formatSi(bytes, 'B'))}
        </span>
        {own === undefined && <span className="muted small">{words.noKey}</span>}
      </div>
      {own !== undefined && !isOver && (
        <Button
          kind="quiet"
          label={words.copyOf(name)}
          onPress={() => void copyText(linkOf(id, own.key), shareWords.copied, shareWords.copiedNote.share)}
        >
          <Copy aria-hidden />
          {words.copy}
        </Button>
      )}
      <Button
        kind={isSure ? 'plain' : 'quiet'}
        label={isSure ? words.sure : words.revokeOf(name)}
        onPress={() => (isSure ? void revoke() : setSure(true))}
      >
        <Trash2 aria-hidden />
        {isSure ? words.sure : words.revoke}
      </Button>
    </li>
  );
}

async function read(): Promise<readonly ListedShare[]> {
  const firebase = await cloud();
  await firebase.auth.authStateReady();
  if (firebase.auth.currentUser === null) return [];
  const { listShares } = await import('../../cloud/shares/list-shares');
  return listShares(firebase);
}
