import { Copy } from 'lucide-react';
import { Button } from '../parts/button';
import { shareWords } from '../words/share';
import { copyText } from './copy-text';

/** A text to be taken elsewhere, and a button that copies it. */
export function TextPanel(props: {
  readonly label: string;
  readonly text: string;
  readonly rows: number;
  readonly note?: string;
}) {
  const { label, text, rows, note } = props;
  return (
    <div className="share-panel">
      <textarea
        className="share-code"
        aria-label={label}
        readOnly
        rows={rows}
        value={text}
        onFocus={(event) => event.target.select()}
      />
      {note !== undefined && <p className="muted small">{note}</p>}
      <div className="share-actions">
        <Button onPress={() => void copyText(text, shareWords.copiedText(label))}>
          <Copy aria-hidden />
          {shareWords.copyText(label)}
        </Button>
      </div>
    </div>
  );
}
