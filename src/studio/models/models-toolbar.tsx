import { BookmarkPlus, Search } from 'lucide-react';
import { CommandButton } from '../parts/button';
import type { Option } from '../parts/choice';
import { Choice } from '../parts/choice';
import { Spoken } from '../parts/spoken';
import { modelsWords as words } from '../words/models';
import type { ModelSort } from './list-store';
import { MODEL_SORTS, useModelList } from './list-store';
import type { Listing } from './shown';

const SORTS: readonly Option<ModelSort>[] = MODEL_SORTS.map((id) => ({ id, name: words.sorts[id] }));
/** No tag is empty. */
const ANY = '';

/** What is shown and in which order, and the way to save what is on the chip. */
export function ModelsToolbar({ listing }: { readonly listing: Listing }) {
  const { text, tag, sort } = useModelList();
  const { shown, kept, tags } = listing;
  return (
    <div className="models-toolbar" role="toolbar" aria-label={words.title}>
      <label className="models-search">
        <Search aria-hidden />
        <input
          id="model-filter"
          type="search"
          aria-label={words.find}
          placeholder={words.findHint}
          value={text}
          onChange={(event) => useModelList.setState({ text: event.target.value })}
        />
      </label>
      {(tags.length > 0 || tag !== undefined) && (
        <Choice
          label={words.tag}
          hideLabel
          value={tag ?? ANY}
          options={[{ id: ANY, name: words.anyTag }, ...tags.map((name) => ({ id: name, name }))]}
          onChange={(id) => useModelList.setState({ tag: id === ANY ? undefined : id })}
        />
      )}
      <Choice
        label={words.sort}
        hideLabel
        value={sort}
        options={SORTS}
        onChange={(id) => useModelList.setState({ sort: id })}
      />
      <Spoken className="models-count muted small tabular">{words.counted(shown.length, kept.length)}</Spoken>
      <CommandButton id="saveModel" icon={<BookmarkPlus aria-hidden />} />
    </div>
  );
}
