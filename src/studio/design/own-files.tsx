import { FileUp } from 'lucide-react';
import { Button, FileTrigger } from 'react-aria-components';
import { offerFiles } from '../state/offer-files';

/** Files from this device, by button; dropping them anywhere on the page does the same. */
export function OwnFiles() {
  return (
    <>
      <FileTrigger allowsMultiple onSelect={(files) => void offerFiles([...(files ?? [])])}>
        <Button className="button button-plain">
          <FileUp aria-hidden />
          Choose files
        </Button>
      </FileTrigger>
      <p className="muted small">
        A CSV table with a column “class”, IDX images with their labels, or CIFAR-10 batches. You can also
        drop them anywhere on the page. They stay on this device.
      </p>
    </>
  );
}
