import { lazy, Suspense, useEffect, useState } from 'react';
import { useExchange } from '../exchange/exchange-store';
import { offerFiles, offerText } from '../state/offer-files';
import { exchangeWords } from '../words/exchange';
import { SettingsPlace } from '../configuration/settings-place';
import { PrivacyPlace } from '../privacy/privacy-place';

const ImportDialog = lazy(async () => ({
  default: (await import('../exchange/import-dialog')).ImportDialog,
}));
const ExportDialog = lazy(async () => ({
  default: (await import('../exchange/export-dialog')).ExportDialog,
}));

/** Places that take files for themselves, by their `data-drop`. */
type Place = 'page' | 'matrix' | 'sample';

/** Fields that text is pasted into. */
const FIELDS = 'input, textarea, select, [contenteditable="true"]';

/** Files dropped or pasted anywhere on the page, and the dialogs of opening, exporting, privacy and settings. */
export function DropFiles() {
  const place = useDroppedFiles();
  const isOpened = useExchange((state) => state.opened !== undefined);
  const isExporting = useExchange((state) => state.exportOpen);
  return (
    <>
      {place !== undefined && (
        <div className="drop" role="presentation">
          <p>{exchangeWords.drop[place]}</p>
          <p className="muted">{exchangeWords.drop[`${place}Note`]}</p>
        </div>
      )}
      <Suspense>
        {isOpened && <ImportDialog />}
        {isExporting && <ExportDialog />}
      </Suspense>
      <PrivacyPlace />
      <SettingsPlace />
    </>
  );
}

/** Where files are held over just now. */
function useDroppedFiles(): Place | undefined {
  const [over, setOver] = useState<Place>();
  useEffect(() => {
    const dragged = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(placeOf(event));
    };
    const leave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setOver(undefined);
    };
    const drop = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(undefined);
      if (placeOf(event) === 'page') void offerFiles([...(event.dataTransfer?.files ?? [])]);
    };
    const paste = (event: ClipboardEvent): void => {
      const isField = event.target instanceof Element && event.target.closest(FIELDS) !== null;
      if (isField || event.defaultPrevented) return;
      const files = [...(event.clipboardData?.files ?? [])];
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (files.length > 0) void offerFiles(files);
      else if (text.trim() !== '') void offerText(text);
    };
    addEventListener('dragover', dragged);
    addEventListener('dragleave', leave);
    addEventListener('drop', drop);
    addEventListener('paste', paste);
    return () => {
      removeEventListener('dragover', dragged);
      removeEventListener('dragleave', leave);
      removeEventListener('drop', drop);
      removeEventListener('paste', paste);
    };
  }, []);
  return over;
}

function hasFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') === true;
}

function placeOf({ target }: DragEvent): Place {
  const own = target instanceof Element ? target.closest('[data-drop]') : null;
  const name = own?.getAttribute('data-drop');
  return name === 'matrix' || name === 'sample' ? name : 'page';
}
