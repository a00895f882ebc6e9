import { describeChip } from '../design/describe';
import { galleryWords } from '../words/gallery';
import type { Card, CardId, Topic } from './cards';

type Named = Card & { readonly id: CardId };

/** The cards of a topic that have every word of the query, in any part of what they say. */
export function matching<Each extends Named>(
  cards: readonly Each[],
  topic: Topic | undefined,
  query: string,
): readonly Each[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return cards.filter((card) => {
    if (topic !== undefined && !card.topics.includes(topic)) return false;
    const text = textOf(card);
    return words.every((word) => text.includes(word));
  });
}

function textOf({ id, experiment, topics }: Named): string {
  return [
    galleryWords.nameOf(id, experiment.name),
    experiment.name,
    galleryWords.learn[id],
    describeChip(experiment),
    experiment.task.dataset,
    ...experiment.layers.map(({ mesh }) => mesh),
    ...topics.map((topic) => galleryWords.topics[topic]),
  ]
    .join(' ')
    .toLowerCase();
}
