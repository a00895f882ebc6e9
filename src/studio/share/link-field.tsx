import { Copy, Share2 } from 'lucide-react';
import { LINK_CHARACTERS } from '../../experiment/link-hash';
import { formatCount } from '../format/si';
import { Button } from '../parts/button';
import { notify } from '../state/notify';
import { shareWords } from '../words/share';
import { copyText } from './copy-text';
import type { LinkKind } from './links';
import { closeShare } from './share-store';

/** The link itself, to be copied or sent. */
export function LinkField({ link, kind }: { readonly link: string | undefined; readonly kind: LinkKind }) {
  const canSend = 'share' in navigator && link !== undefined;
  return (
    <>
      <div className="share-link">
        <input
          className="share-text tabular"
          aria-label={shareWords.link}
          readOnly
          value={link ?? shareWords.working}
          onFocus={(event) => event.target.select()}
        />
        <span className="muted small tabular">
          {shareWords.length(formatCount(link?.length ?? 0), formatCount(LINK_CHARACTERS))}
        </span>
      </div>
      <div className="share-actions">
        {canSend && (
          <Button onPress={() => void send(link)}>
            <Share2 aria-hidden />
            {shareWords.send}
          </Button>
        )}
        <Button
          kind="primary"
          isDisabled={link === undefined}
          onPress={() => link !== undefined && void copy(link, kind)}
        >
          <Copy aria-hidden />
          {shareWords.copy}
        </Button>
      </div>
    </>
  );
}

async function copy(link: string, kind: LinkKind): Promise<void> {
  if (await copyText(link, shareWords.copied, shareWords.copiedNote[kind])) closeShare();
}

/** The system's own way; that someone changes their mind there is no news. */
async function send(url: string): Promise<void> {
  try {
    await navigator.share({ title: document.title, url });
    closeShare();
  } catch (thrown) {
    if (!(thrown instanceof DOMException && thrown.name === 'AbortError'))
      notify('warning', shareWords.refused, { description: shareWords.refusedNote });
  }
}
