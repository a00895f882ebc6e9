import { useState } from 'react';
import { ErrorBoundary } from '../panels/error-boundary';
import { Lessons } from '../lesson/lesson-cards';
import { Button } from '../parts/button';
import { galleryWords } from '../words/gallery';
import { shellWords } from '../words/shell';
import type { Card, Topic } from './cards';
import { CARDS, TOPICS } from './cards';
import { matching } from './filter';
import { GalleryCard } from './gallery-card';
import '../styles/gallery.css';
import { Spoken } from '../parts/spoken';

/** Where to begin: lessons, and experiments that each show one thing. */
export function GalleryScreen() {
  return (
    <main className="screen gallery" aria-label={shellWords.screenNames.gallery}>
      <ErrorBoundary part={shellWords.screenNames.gallery}>
        <Lessons />
        <Experiments />
      </ErrorBoundary>
    </main>
  );
}

function Experiments() {
  const [topic, setTopic] = useState<Topic>();
  const [query, setQuery] = useState('');
  const shown = matching(CARDS, topic, query);
  const reset = (): void => {
    setTopic(undefined);
    setQuery('');
  };
  return (
    <section aria-labelledby="gallery-experiments">
      <div className="gallery-head">
        <div>
          <h2 id="gallery-experiments">{galleryWords.experiments}</h2>
          <p className="muted small">{galleryWords.note}</p>
        </div>
        <input
          className="gallery-search"
          type="search"
          aria-label={galleryWords.search}
          placeholder={galleryWords.search}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
        />
      </div>
      <div className="gallery-topics" role="group" aria-label={galleryWords.topic}>
        <TopicButton
          name={galleryWords.everything}
          isOn={topic === undefined}
          onPress={() => setTopic(undefined)}
        />
        {TOPICS.map((each) => (
          <TopicButton
            key={each}
            name={galleryWords.topics[each]}
            isOn={topic === each}
            onPress={() => setTopic(topic === each ? undefined : each)}
          />
        ))}
        <Spoken className="muted small gallery-count">
          {galleryWords.count(shown.length, CARDS.length)}
        </Spoken>
      </div>
      {shown.length === 0 ? (
        <div className="gallery-none">
          <p className="muted">{galleryWords.none}</p>
          <Button onPress={reset}>{galleryWords.showAll}</Button>
        </div>
      ) : (
        <CardGrid cards={shown} />
      )}
    </section>
  );
}

function CardGrid({ cards }: { readonly cards: readonly Card[] }) {
  return (
    <ul className="gallery-grid">
      {cards.map((card) => (
        <li key={card.id}>
          <GalleryCard card={card} />
        </li>
      ))}
    </ul>
  );
}

function TopicButton(props: { readonly name: string; readonly isOn: boolean; readonly onPress: () => void }) {
  return (
    <button
      type="button"
      className="chip"
      data-selected={props.isOn || undefined}
      aria-pressed={props.isOn}
      onClick={props.onPress}
    >
      {props.name}
    </button>
  );
}
