import { useEffect, useState } from 'react';
import { offerFiles } from '../state/offer-files';

/** Files dropped anywhere on the page go to the engine, but for places that take them for themselves. */
export function DropFiles() {
  const [over, setOver] = useState<'page' | 'matrix'>();
  useEffect(() => {
    const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') === true;
    /** Some places take files for themselves. */
    const placeOf = ({ target }: DragEvent): 'page' | 'matrix' =>
      target instanceof Element && target.closest('[data-drop="matrix"]') !== null ? 'matrix' : 'page';
    const over = (event: DragEvent): void => {
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
    addEventListener('dragover', over);
    addEventListener('dragleave', leave);
    addEventListener('drop', drop);
    return () => {
      removeEventListener('dragover', over);
      removeEventListener('dragleave', leave);
      removeEventListener('drop', drop);
    };
  }, []);
  if (over === undefined) return null;
  return (
    <div className="drop" role="presentation">
      <p>{over === 'matrix' ? 'Drop a matrix here' : 'Drop data files here'}</p>
      <p className="muted">
        {over === 'matrix'
          ? 'CSV or npy. It stays on this device.'
          : 'CSV tables, IDX images with labels, CIFAR-10 batches. They stay on this device.'}
      </p>
    </div>
  );
}
