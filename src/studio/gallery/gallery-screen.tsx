import { ErrorBoundary } from '../panels/error-boundary';
import { shellWords } from '../words/shell';

export function GalleryScreen() {
  return (
    <main className="screen" aria-label={shellWords.screenNames.gallery}>
      <ErrorBoundary part={shellWords.screenNames.gallery}>
        <h2>{shellWords.screenNames.gallery}</h2>
      </ErrorBoundary>
    </main>
  );
}
