import { useState } from 'react';
import { Segmented } from '../parts/segmented';
import { currentExperiment } from '../state/experiment-store';
import { shareWords } from '../words/share';
import { CitePanel } from './cite-panel';
import { embedCode } from './embed-code';
import { LinkField } from './link-field';
import type { LinkKind } from './links';
import { QrPanel } from './qr-panel';
import { TextPanel } from './text-panel';

const WAYS = ['link', 'qr', 'embed', 'cite'] as const;
type Way = (typeof WAYS)[number];
const OPTIONS = WAYS.map((id) => ({ id, name: shareWords.ways[id] }));

/** A link in the form that its reader needs. */
export function PassOn(props: {
  readonly link: string | undefined;
  readonly kind: LinkKind;
  readonly manifestHash?: string | undefined;
}) {
  const { link, kind, manifestHash } = props;
  const [way, setWay] = useState<Way>('link');
  // A version opens in this browser only: no other device, page or reader has a use for it.
  if (kind === 'version' || link === undefined) return <LinkField link={link} kind={kind} />;
  return (
    <>
      <Segmented label={shareWords.passOn} value={way} options={OPTIONS} onChange={setWay} />
      {way === 'link' && <LinkField link={link} kind={kind} />}
      {way === 'qr' && <QrPanel link={link} />}
      {way === 'embed' && (
        <TextPanel
          label={shareWords.embed.label}
          text={embedCode(link, shareWords.embed.title(currentExperiment().name))}
          rows={5}
          note={shareWords.embed.note}
        />
      )}
      {way === 'cite' && <CitePanel link={link} manifestHash={manifestHash} />}
    </>
  );
}
