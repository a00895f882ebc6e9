import { Maximize, Minus, Plus } from 'lucide-react';
import { IconButton } from '../parts/button';
import { phaseCss } from './phase-colours';
import type { MeshStage } from './stage';

/** Zoom buttons and the phase colours' key. */
export function MeshTools({ stage }: { readonly stage: MeshStage }) {
  return (
    <div className="mesh-tools">
      <PhaseKey />
      <div className="button-group" role="group" aria-label="Zoom">
        <IconButton label="Zoom out" icon={<Minus />} onPress={() => stage.zoom(1 / 1.4)} />
        <IconButton label="Fit the chip to the window" icon={<Maximize />} onPress={() => stage.fit()} />
        <IconButton label="Zoom in" icon={<Plus />} onPress={() => stage.zoom(1.4)} />
      </div>
    </div>
  );
}

const STOPS = 24;
const WHEEL = Array.from({ length: STOPS + 1 }, (_, i) => phaseCss((2 * Math.PI * i) / STOPS)).join(', ');

function PhaseKey() {
  return (
    <div className="phase-key" role="img" aria-label="Phase colours, from 0 to 2π">
      <span>0</span>
      <span className="phase-ramp" style={{ background: `linear-gradient(90deg, ${WHEEL})` }} />
      <span>2π</span>
    </div>
  );
}
