import type { MouseEvent } from 'react';
import { useEffect, useState } from 'react';
import { describeChip } from '../design/describe';
import { galleryWords } from '../words/gallery';
import { cardLink, openCard } from './card-link';
import type { Card, CardId, Expected } from './cards';
import { SKETCH_SIZE, sketchOf } from './sketch';

/** One experiment as a link, so that it can be opened beside, bookmarked and passed on. */
export function GalleryCard({ card }: { readonly card: Card & { readonly id: CardId } }) {
  const href = useLink(card);
  const { experiment, expected, open } = card;
  const panel = open?.split('.')[0];
  const press = (event: MouseEvent): void => {
    const isElsewhere =
      event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || event.button !== 0;
    if (isElsewhere) return;
    event.preventDefault();
    openCard(card);
  };
  return (
    <a className="card" href={href} onClick={press}>
      <Picture card={card} />
      <span className="card-name">{galleryWords.nameOf(card.id, experiment.name)}</span>
      <span className="card-learn">{galleryWords.learn[card.id]}</span>
      <span className="card-facts">
        <span>{describeChip(experiment)}</span>
        {expected !== undefined && <Figure expected={expected} />}
        {panel !== undefined && panel in galleryWords.opens && (
          <span>{galleryWords.opens[panel as keyof typeof galleryWords.opens]}</span>
        )}
      </span>
    </a>
  );
}

function Figure({ expected }: { readonly expected: Expected }) {
  return (
    <span className="card-figure tabular">
      <b>{galleryWords.accuracy(expected.percent)}</b>
      <span className={`kind kind-${expected.kind}`}>{galleryWords.kinds[expected.kind]}</span>
      {expected.time !== undefined && <span>{galleryWords.time(expected.time)}</span>}
    </span>
  );
}

/** The chip of the experiment, in a few strokes. */
function Picture({ card: { experiment } }: { readonly card: Card }) {
  const [{ guides, parts, light, marks }] = useState(() => sketchOf(experiment));
  const { splitterError, phaseError } = experiment.hardware;
  return (
    <svg
      className="card-picture"
      viewBox={`0 -4 ${SKETCH_SIZE.width} ${SKETCH_SIZE.height + 8}`}
      data-flawed={splitterError > 0 || phaseError > 0 || undefined}
      aria-hidden
    >
      <path className="sketch-guides" d={guides} />
      <path className="sketch-parts" d={parts} />
      <path className="sketch-marks" d={marks} />
      <path className="sketch-light" d={light} />
    </svg>
  );
}

/** The card's address, once it is packed. */
function useLink(card: Card): string | undefined {
  const [link, setLink] = useState<string>();
  useEffect(() => {
    let isCurrent = true;
    void cardLink(card).then((found) => {
      if (isCurrent) setLink(found);
    });
    return () => {
      isCurrent = false;
    };
  }, [card]);
  return link;
}
