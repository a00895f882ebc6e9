import { FileUp } from 'lucide-react';
import { Button, FileTrigger } from 'react-aria-components';
import { offerFiles } from '../state/offer-files';
import { fieldWords as words } from '../words/design-fields';

/** Files from this device, by button; dropping them anywhere on the page does the same. */
export function OwnFiles() {
  return (
    <>
      <FileTrigger allowsMultiple onSelect={(files) => void offerFiles([...(files ?? [])])}>
        <Button className="button button-plain">
          <FileUp aria-hidden />
          {words.ownFiles.chooseFiles}
        </Button>
      </FileTrigger>
      <p className="muted small">{words.ownFiles.aCSVTableWithA}</p>
    </>
  );
}
