import { Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { formatSi } from '../format/si';
import { IconButton } from '../parts/button';
import { showScreen } from '../state/view';
import { documentWords } from '../words/documents';
import { ago } from './ago';
import { renameDocument, tagDocument } from './amend-document';
import type { ListedDocument } from './document-listing';
import { openDialog, useDocument } from './document-store';
import { deleteDocument, openDocument } from './open-document';

const words = documentWords.list;

/** One document of the list. */
export function DocumentRow({ item }: { readonly item: ListedDocument }) {
  const isOpen = useDocument((state) => state.id === item.id);
  const [isRenaming, setRenaming] = useState(false);
  const [now] = useState(() => Date.now());
  const open = (): void => {
    openDialog(undefined);
    showScreen('chip');
    void openDocument(item.id);
  };
  return (
    <tr aria-current={isOpen}>
      <td>
        {isRenaming ? (
          <CommitField
            label={words.newName(item.name)}
            text={item.name}
            autoFocus
            onCommit={(name) => {
              setRenaming(false);
              if (name !== '' && name !== item.name) void renameDocument(item.id, name);
            }}
          />
        ) : (
          <button type="button" className="document-name" aria-label={words.open(item.name)} onClick={open}>
            <span>
              {item.name}
              {isOpen && <span className="kind">{words.onScreen}</span>}
            </span>
            <span className="muted small">{item.summary}</span>
          </button>
        )}
      </td>
      <td>
        <CommitField
          key={item.tags.join()}
          label={words.tagsOf(item.name)}
          text={item.tags.join(', ')}
          placeholder={words.addTags}
          onCommit={(text) => void tagDocument(item.id, text)}
        />
      </td>
      <td className="muted tabular">{ago(item.updatedAt, now)}</td>
      <td className="is-number tabular">
        {formatSi(item.bytes, 'B')}
        {item.versions > 0 && <span className="muted small">{words.versions(item.versions)}</span>}
      </td>
      <td className="document-actions">
        <IconButton label={words.rename(item.name)} icon={<Pencil />} onPress={() => setRenaming(true)} />
        <IconButton
          label={words.remove(item.name)}
          icon={<Trash2 />}
          onPress={() => void deleteDocument(item.id, item.name)}
        />
      </td>
    </tr>
  );
}

/** A line of text that counts when it is left, or with Enter; Escape takes it back. */
function CommitField(props: {
  readonly label: string;
  readonly text: string;
  readonly placeholder?: string;
  readonly autoFocus?: boolean;
  readonly onCommit: (text: string) => void;
}) {
  const [text, setText] = useState(props.text);
  return (
    <input
      className="text-input"
      aria-label={props.label}
      placeholder={props.placeholder}
      autoFocus={props.autoFocus}
      maxLength={120}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onBlur={() => props.onCommit(text.trim())}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur();
        if (event.key !== 'Escape') return;
        // The window stays open.
        event.stopPropagation();
        setText(props.text);
        props.onCommit(props.text);
      }}
    />
  );
}
