import { Crosshair, Maximize, Minus, Plus, Sparkles, TableProperties } from 'lucide-react';
import { CommandIcon } from '../parts/button';
import { meshWords } from '../words/mesh';
import { phaseCss } from './phase-colours';

/** What can be shown besides, zoom buttons, and the phase colours' key. */
export function MeshTools() {
  return (
    <div className="mesh-tools">
      <PhaseKey />
      <div className="button-group">
        <CommandIcon id="probe" icon={<Crosshair />} />
        <CommandIcon id="saliency" icon={<Sparkles />} />
        <CommandIcon id="meshTable" icon={<TableProperties />} />
      </div>
      <div className="button-group" role="group" aria-label={meshWords.zoom}>
        <CommandIcon id="zoomOut" icon={<Minus />} />
        <CommandIcon id="fit" icon={<Maximize />} />
        <CommandIcon id="zoomIn" icon={<Plus />} />
      </div>
    </div>
  );
}

const STOPS = 24;
const WHEEL = Array.from({ length: STOPS + 1 }, (_, i) => phaseCss((2 * Math.PI * i) / STOPS)).join(', ');

function PhaseKey() {
  return (
    <div className="phase-key" role="img" aria-label={meshWords.phaseColours}>
      <span>{meshWords.zero}</span>
      <span className="phase-ramp" style={{ background: `linear-gradient(90deg, ${WHEEL})` }} />
      <span>{meshWords.turn}</span>
    </div>
  );
}
