import { Plus } from 'lucide-react';
import { useEffect, useState } from 'react';
import { bringBack, newDocument } from './open-document';
import { Button } from '../parts/button';
import { documentWords } from '../words/documents';
import { Window } from './document-window';
import { DocumentRow } from './document-row';
import type { Listing } from './document-listing';
import { readListing } from './document-listing';
import { openDialog, useDocument } from './document-store';

const words = documentWords.list;

/** All experiments kept in this browser: find, open, rename, tag and delete them. */
export function DocumentsDialog() {
  const listing = useListing();
  const [query, setQuery] = useState('');
  const found = listing?.kept.filter((item) => matches(item, query));
  return (
    <Window title={words.heading}>
      <div className="window-tools">
        <input
          type="search"
          className="text-input"
          aria-label={words.find}
          placeholder={words.find}
          autoFocus
          value={query}
          onChange={(event) => setQuery(event.target.value)}
        />
        <Button
          onPress={() => {
            openDialog(undefined);
            newDocument();
          }}
        >
          <Plus aria-hidden />
          {words.new}
        </Button>
      </div>
      <div className="window-scroll">
        {listing?.fault !== undefined && (
          <p className="save-failed">
            {listing.fault.message} {listing.fault.fix}
          </p>
        )}
        {found === undefined ? (
          <p className="muted">{words.loading}</p>
        ) : found.length === 0 ? (
          <p className="muted">{query === '' ? words.empty : words.none}</p>
        ) : (
          <table className="document-table">
            <thead>
              <tr>
                <th scope="col">{words.name}</th>
                <th scope="col">{words.tags}</th>
                <th scope="col">{words.changed}</th>
                <th scope="col" className="is-number">
                  {words.size}
                </th>
                <th scope="col">
                  <span className="visually-hidden">{words.actions}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {found.map((item) => (
                <DocumentRow key={item.id} item={item} />
              ))}
            </tbody>
          </table>
        )}
        {listing !== undefined && listing.deleted.length > 0 && (
          <details className="document-deleted">
            <summary>{words.deleted(listing.deleted.length)}</summary>
            <ul>
              {listing.deleted.map(({ id, name }) => (
                <li key={id}>
                  <span>{name}</span>
                  <Button
                    kind="quiet"
                    label={words.bringBackName(name)}
                    onPress={() => void bringBack(id, false)}
                  >
                    {words.bringBack}
                  </Button>
                </li>
              ))}
            </ul>
          </details>
        )}
      </div>
    </Window>
  );
}

function matches({ name, tags, summary }: Listing['kept'][number], query: string): boolean {
  const text = [name, summary, ...tags].join(' ').toLowerCase();
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

/** What is kept, read again whenever it changes. */
function useListing(): Listing | undefined {
  const revision = useDocument((state) => state.revision);
  const [listing, setListing] = useState<Listing>();
  useEffect(() => {
    let isCurrent = true;
    void readListing().then((read) => isCurrent && setListing(read));
    return () => {
      isCurrent = false;
    };
  }, [revision]);
  return listing;
}
