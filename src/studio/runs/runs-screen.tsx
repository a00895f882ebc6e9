import { ErrorBoundary } from '../panels/error-boundary';
import { shellWords } from '../words/shell';

export function RunsScreen() {
  return (
    <main className="screen" aria-label={shellWords.screenNames.runs}>
      <ErrorBoundary part={shellWords.screenNames.runs}>
        <h2>{shellWords.screenNames.runs}</h2>
      </ErrorBoundary>
    </main>
  );
}
