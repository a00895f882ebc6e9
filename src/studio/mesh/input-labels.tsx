import { useExperiment } from '../state/experiment-store';
import { meshWords } from '../words/mesh';
import type { MeshStage } from './stage';
import { useStage } from './use-stage';

/** Names of the measurements beside the waveguides they enter. */
export function InputLabels({ stage }: { readonly stage: MeshStage }) {
  const encoder = useExperiment((state) => state.experiment.encoder);
  const modes = useExperiment((state) => state.experiment.modes);
  const camera = useStage(stage, (each) => each.camera);
  const rows = useStage(stage, (each) => each.layout)?.rowsIn;
  if (camera === undefined || camera.scaleY < 14 || encoder.kind !== 'columns') return null;
  // With amplitudes, the first free waveguide carries the constant field they are compared with.
  const hasReference = encoder.modulation === 'amplitude' && encoder.columns.length < modes;
  const names = [...encoder.columns, ...(hasReference ? [meshWords.reference] : [])];
  return (
    <ul className="input-labels" aria-label={meshWords.inputs}>
      {names.map((name, port) => (
        <li
          key={name}
          style={{
            transform: `translate(${camera.offsetX - 12}px, ${camera.offsetY + (rows?.[port] ?? port) * camera.scaleY}px) translate(-100%, -50%)`,
          }}
        >
          {name.replace('_', ' ')}
        </li>
      ))}
    </ul>
  );
}
