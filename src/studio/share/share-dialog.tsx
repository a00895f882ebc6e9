import { X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { LINK_CHARACTERS } from '../../experiment/link-hash';
import { LINK_PHASE_ERROR } from '../../experiment/link-phases';
import { cloudConfig } from '../account/cloud-door';
import { formatCount, significant } from '../format/si';
import { Button, IconButton } from '../parts/button';
import { ChoiceCards } from '../parts/choice-cards';
import { useExperiment } from '../state/experiment-store';
import { notify } from '../state/notify';
import { shareWords } from '../words/share';
import { formatMinute } from './format-day';
import type { LinkKind, Links } from './links';
import { linkToVersion, linksOfScreen } from './links';
import type { MadeShare } from './make-share';
import { OwnLinksList } from './own-links-list';
import { PassOn } from './pass-on';
import { ShareById } from './share-by-id';
import { closeShare } from './share-store';
import '../styles/share.css';

const KINDS = ['experiment', 'phases', 'share', 'version'] as const satisfies readonly LinkKind[];

/** Ways to pass on what is on screen, and the links that were made before. */
export function ShareDialog() {
  const experiment = useExperiment((state) => state.experiment);
  const [isListing, setListing] = useState(false);
  const [hasCloud, setCloud] = useState(false);
  useEffect(() => {
    void cloudConfig().then((config) => setCloud(config !== undefined));
  }, []);
  return (
    <ModalOverlay className="overlay" isOpen isDismissable onOpenChange={(isOpen) => !isOpen && closeShare()}>
      <Modal className="sheet share-sheet">
        <Dialog className="sheet-dialog share">
          <div className="share-head">
            <Heading slot="title">
              {isListing ? shareWords.own.title : shareWords.title(experiment.name)}
            </Heading>
            <IconButton label={shareWords.close} icon={<X />} onPress={closeShare} />
          </div>
          {isListing ? <OwnLinksList /> : <Ways hasCloud={hasCloud} />}
          {hasCloud && (
            <div className="share-foot">
              <Button kind="quiet" onPress={() => setListing(!isListing)}>
                {isListing ? shareWords.own.back : shareWords.own.open}
              </Button>
            </div>
          )}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function Ways({ hasCloud }: { readonly hasCloud: boolean }) {
  const [links, setLinks] = useState<Links>();
  const [chosen, setChosen] = useState<LinkKind>();
  const [version, setVersion] = useState<string>();
  const [made, setMade] = useState<MadeShare>();
  useEffect(() => {
    let isCurrent = true;
    void linksOfScreen().then((found) => {
      if (isCurrent) setLinks(found);
    });
    return () => {
      isCurrent = false;
    };
  }, []);
  const kind = chosen ?? kindOf(links, hasCloud);
  const isImpossible = (each: LinkKind): boolean =>
    (each === 'phases' && links?.phases === undefined) || (each === 'share' && !hasCloud);
  const makeVersion = (): void => {
    linkToVersion(shareWords.versionTitle).then(setVersion, () => {
      notify('error', shareWords.notKept, { description: shareWords.notKeptNote });
    });
  };
  return (
    <>
      <ChoiceCards<LinkKind>
        label={shareWords.what}
        value={kind}
        options={KINDS.map((id) => ({
          id,
          name: shareWords.kinds[id],
          note: noteOf(id, links, hasCloud),
          isDisabled: isImpossible(id),
        }))}
        onChange={setChosen}
      />
      {kind === 'version' && version === undefined && (
        <Button onPress={makeVersion}>{shareWords.makeVersion}</Button>
      )}
      {kind === 'version' && version !== undefined && <PassOn link={version} kind={kind} />}
      {kind === 'share' && made === undefined && <ShareById onMade={setMade} />}
      {kind === 'share' && made !== undefined && <Made made={made} />}
      {(kind === 'experiment' || kind === 'phases') && <PassOn key={kind} link={links?.[kind]} kind={kind} />}
    </>
  );
}

function Made({ made }: { readonly made: MadeShare }) {
  return (
    <>
      <PassOn link={made.link} kind="share" manifestHash={made.manifestHash} />
      <p className="muted small">{shareWords.cloud.until(formatMinute(made.expiresAt))}</p>
      {!made.isKept && <p className="field-error">{shareWords.cloud.notRemembered}</p>}
    </>
  );
}

/** As much as travels in the address; where the numbers do not fit, the cloud if there is one. */
function kindOf(links: Links | undefined, hasCloud: boolean): LinkKind {
  if (links?.phases !== undefined) return 'phases';
  const isTooMuch = links?.tooLong !== undefined || links?.without === 'convolution';
  return isTooMuch && hasCloud ? 'share' : 'experiment';
}

function noteOf(kind: LinkKind, links: Links | undefined, hasCloud: boolean): string {
  const { notes } = shareWords;
  if (kind === 'share') return hasCloud ? notes.share : notes.noCloud;
  if (kind !== 'phases') return notes[kind];
  if (links?.without !== undefined) return notes[links.without];
  if (links?.tooLong !== undefined)
    return notes.tooLong(formatCount(links.tooLong), formatCount(LINK_CHARACTERS));
  return notes.phases(formatCount(links?.count ?? 0), significant(LINK_PHASE_ERROR, 1));
}
