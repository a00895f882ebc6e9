import { useEffect, useMemo } from 'react';
import '../styles/documents.css';
import '../styles/run-details.css';
import '../styles/models.css';
import '../styles/model-page.css';
import { useAccount } from '../account/account-store';
import { ErrorBoundary } from '../panels/error-boundary';
import { useIsPhone } from '../parts/use-is-phone';
import { modelsWords as words } from '../words/models';
import { shellWords } from '../words/shell';
import { useModelList } from './list-store';
import { ModelList } from './model-list';
import { ModelPage } from './model-page';
import { ModelsTabs } from './models-tabs';
import { ModelsToolbar } from './models-toolbar';
import { followModels, useModels } from './models-store';
import { NoModels } from './no-models';
import type { Listing } from './shown';
import { listingOf } from './shown';

/** The library of models: find one, look into its versions, compare, publish. */
export function ModelsScreen() {
  return (
    <main className="screen models" aria-label={shellWords.screenNames.models}>
      <ErrorBoundary part={shellWords.screenNames.models}>
        <Screen />
      </ErrorBoundary>
    </main>
  );
}

function Screen() {
  const { state, models, versions } = useModels();
  const { text, tag, sort } = useModelList();
  const account = useAccount((each) => each.account);
  useEffect(() => void followModels(), []);
  const listing = useMemo(
    () => listingOf(models, versions, account, { text, tag, sort }),
    [models, versions, account, text, tag, sort],
  );
  if (state === 'unread') return <p className="muted models-wait">{words.reading}</p>;
  if (state === 'failed')
    return (
      <p className="models-wait save-failed" role="alert">
        {words.unreadable} {words.unreadableFix}
      </p>
    );
  if (listing.kept.length === 0 && listing.deleted.length === 0) return <NoModels hidden={listing.hidden} />;
  return <Library listing={listing} />;
}

function Library({ listing }: { readonly listing: Listing }) {
  const isPhone = useIsPhone();
  const { at, tab } = useModelList();
  // Without a choice the first is shown, so that the page is never half empty.
  const chosen = listing.kept.find(({ id }) => id === at) ?? (isPhone ? undefined : listing.shown[0]);
  useEffect(() => {
    if (chosen !== undefined && chosen.id !== at) useModelList.setState({ at: chosen.id });
  }, [chosen, at]);
  const list = <ModelList listing={listing} chosen={chosen?.id} />;
  const page = <ModelPage model={chosen} />;
  return (
    <>
      <ModelsToolbar listing={listing} />
      {isPhone ? (
        <>
          <ModelsTabs />
          {tab === 'list' ? list : page}
        </>
      ) : (
        <div className="models-body">
          {list}
          {page}
        </div>
      )}
    </>
  );
}
