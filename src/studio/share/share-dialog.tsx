import { Copy, Share2, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Dialog, Heading, Label, Modal, ModalOverlay, Radio, RadioGroup } from 'react-aria-components';
import { LINK_CHARACTERS } from '../../experiment/link-hash';
import { LINK_PHASE_ERROR } from '../../experiment/link-phases';
import { formatCount, significant } from '../format/si';
import { Button, IconButton } from '../parts/button';
import { useExperiment } from '../state/experiment-store';
import { notify } from '../state/notify';
import { shareWords } from '../words/share';
import type { LinkKind, Links } from './links';
import { linkToVersion, linksOfScreen } from './links';
import { closeShare } from './share-store';
import '../styles/share.css';

const KINDS = ['experiment', 'phases', 'version'] as const satisfies readonly LinkKind[];

/** Ways to pass on what is on screen, each with what it holds and how long it is. */
export function ShareDialog() {
  const experiment = useExperiment((state) => state.experiment);
  const [links, setLinks] = useState<Links>();
  const [chosen, setChosen] = useState<LinkKind>();
  const [version, setVersion] = useState<string>();
  useEffect(() => {
    let isCurrent = true;
    void linksOfScreen().then((made) => {
      if (isCurrent) setLinks(made);
    });
    return () => {
      isCurrent = false;
    };
  }, []);
  // As much as travels, unless something else is asked for.
  const kind = chosen ?? (links?.phases === undefined ? 'experiment' : 'phases');
  const link = kind === 'version' ? version : links?.[kind];
  const makeVersion = (): void => {
    linkToVersion(shareWords.versionTitle).then(setVersion, () => {
      notify('error', shareWords.notKept, { description: shareWords.notKeptNote });
    });
  };
  return (
    <ModalOverlay className="overlay" isOpen isDismissable onOpenChange={(isOpen) => !isOpen && closeShare()}>
      <Modal className="sheet">
        <Dialog className="sheet-dialog share">
          <div className="share-head">
            <Heading slot="title">{shareWords.title(experiment.name)}</Heading>
            <IconButton label={shareWords.close} icon={<X />} onPress={closeShare} />
          </div>
          <RadioGroup
            className="share-kinds"
            value={kind}
            onChange={(value) => setChosen(KINDS.find((each) => each === value))}
          >
            <Label className="visually-hidden">{shareWords.what}</Label>
            {KINDS.map((each) => (
              <Radio
                key={each}
                value={each}
                className="share-kind"
                isDisabled={each === 'phases' && links?.phases === undefined}
              >
                <span className="share-kind-name">{shareWords.kinds[each]}</span>
                <span className="share-kind-note">{noteOf(each, links)}</span>
              </Radio>
            ))}
          </RadioGroup>
          {kind === 'version' && version === undefined ? (
            <Button onPress={makeVersion}>{shareWords.makeVersion}</Button>
          ) : (
            <LinkField link={link} kind={kind} />
          )}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function LinkField({ link, kind }: { readonly link: string | undefined; readonly kind: LinkKind }) {
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

function noteOf(kind: LinkKind, links: Links | undefined): string {
  const { notes } = shareWords;
  if (kind !== 'phases') return notes[kind];
  if (links?.without !== undefined) return notes[links.without];
  if (links?.tooLong !== undefined)
    return notes.tooLong(formatCount(links.tooLong), formatCount(LINK_CHARACTERS));
  return notes.phases(formatCount(links?.count ?? 0), significant(LINK_PHASE_ERROR, 1));
}

async function copy(link: string, kind: LinkKind): Promise<void> {
  try {
    await navigator.clipboard.writeText(link);
    notify('success', shareWords.copied, { description: shareWords.copiedNote[kind] });
    closeShare();
  } catch {
    notify('warning', shareWords.refused, { description: shareWords.refusedNote });
  }
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
