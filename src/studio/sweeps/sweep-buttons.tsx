import { Grid3x3, Plus } from 'lucide-react';
import { CommandButton } from '../parts/button';

/** To sweeps and back, and to a new one. */
export function SweepButtons() {
  return (
    <span className="button-group">
      <CommandButton id="newSweep" icon={<Plus aria-hidden />} />
      <CommandButton id="showSweeps" kind="quiet" icon={<Grid3x3 aria-hidden />} />
    </span>
  );
}
