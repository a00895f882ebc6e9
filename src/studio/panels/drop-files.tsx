import { useEffect, useState } from 'react';
import { toast } from 'sonner';
import { toFault } from '../../lib/fault';
import { engine } from '../state/engine';
import { openRun } from '../state/run-control';
import { awaiting } from '../state/run-store';

/** Files dropped anywhere on the page go to the engine. */
export function DropFiles() {
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') === true;
    const over = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const leave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(false);
      void take([...(event.dataTransfer?.files ?? [])]);
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
  if (!isOver) return null;
  return (
    <div className="drop" role="presentation">
      <p>Drop data files here</p>
      <p className="muted">IDX, CIFAR-10 batches, CSV or NPY. They stay on this device.</p>
    </div>
  );
}

async function take(files: readonly File[]): Promise<void> {
  if (files.length === 0) return;
  try {
    const { accepted, faults } = await awaiting(engine().addFiles(files));
    for (const fault of faults)
      toast.error(fault.message, { description: fault.fix, duration: 12_000, closeButton: true });
    if (accepted.length === 0) return;
    toast.success(`Taken: ${accepted.join(', ')}`);
    await openRun();
  } catch (thrown) {
    const fault = toFault(thrown);
    toast.error(fault.message, { description: fault.fix });
  }
}
