import type { KeyboardEvent } from 'react';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { formatCount } from '../format/si';
import { useIsPhone } from '../parts/use-is-phone';
import { chip } from '../state/chip';
import { useExperiment } from '../state/experiment-store';
import { selectMzi, useView } from '../state/view';
import { DESKTOP_MARGINS, PHONE_MARGINS } from './margins';
import { MeshTools } from './mesh-tools';
import { MeshTooltip } from './mesh-tooltip';
import { firstMzi, mziCentre, neighbour } from './places';
import { useMeshSummary } from './mesh-summary';
import { OutputBars } from './output-bars';
import { listenToPointer } from './pointer';
import { ReadingsStrip } from './readings-strip';
import { SamplePicker } from './sample-picker';
import { MeshStage } from './stage';

const ConvStrip = lazy(async () => ({ default: (await import('../conv/conv-strip')).ConvStrip }));

const DIRECTIONS = { ArrowLeft: 'left', ArrowRight: 'right', ArrowUp: 'up', ArrowDown: 'down' } as const;

/** The chip, its light, the sample that lights it, and what its detectors read. */
export function MeshView() {
  const canvas = useRef<HTMLCanvasElement>(null);
  const overlay = useRef<HTMLCanvasElement>(null);
  const [stage, setStage] = useState<MeshStage>();
  const [pointer, setPointer] = useState({ x: -1, y: -1 });
  const [, setFrame] = useState(0);
  const isPhone = useIsPhone();
  const summary = useMeshSummary();
  const isConvolution = useExperiment((state) => state.experiment.convolution !== null);

  useEffect(() => {
    const element = canvas.current;
    if (element === null || overlay.current === null) return;
    const created = new MeshStage(element, overlay.current, isPhone ? PHONE_MARGINS : DESKTOP_MARGINS, () =>
      setFrame((frame) => frame + 1),
    );
    const stop = listenToPointer(element, created, (x, y) => setPointer({ x, y }));
    setStage(created);
    return () => {
      stop();
      created.dispose();
    };
  }, [isPhone]);

  const onKeyDown = (event: KeyboardEvent): void => {
    const layout = chip.layout;
    if (layout === undefined) return;
    const { selected } = useView.getState();
    if (event.key in DIRECTIONS) {
      event.preventDefault();
      const next = selected
        ? neighbour(layout, selected, DIRECTIONS[event.key as keyof typeof DIRECTIONS])
        : firstMzi(layout);
      if (next === undefined) return;
      selectMzi(next);
      stage?.reveal(...mziCentre(layout, next));
    } else if (event.key === 'Enter' && selected !== undefined) {
      event.preventDefault();
      document.getElementById('field-theta')?.focus();
    } else if (event.key === '+' || event.key === '=') stage?.zoom(1.3);
    else if (event.key === '-') stage?.zoom(1 / 1.3);
  };

  return (
    <section className="mesh" aria-label="Mesh">
      {isConvolution && (
        <Suspense fallback={<p className="muted conv-strip">Laying out the network…</p>}>
          <ConvStrip />
        </Suspense>
      )}
      <div className="mesh-stage">
        <canvas
          ref={canvas}
          className="mesh-canvas"
          tabIndex={0}
          role="application"
          aria-label="Chip. Arrow keys select an interferometer, Enter edits its phase."
          aria-describedby="mesh-summary"
          onKeyDown={onKeyDown}
        />
        <canvas ref={overlay} className="mesh-canvas mesh-pulse" aria-hidden />
        <p id="mesh-summary" className="visually-hidden">
          {summary}
        </p>
        {!isPhone && <InputLabels stage={stage} />}
        {!isPhone && stage && <OutputBars stage={stage} />}
        {stage && <MeshTooltip stage={stage} x={pointer.x} y={pointer.y} />}
        {stage && <MeshTools stage={stage} />}
        {stage?.slowing !== undefined && <p className="slowed">Light slowed {formatCount(stage.slowing)}×</p>}
      </div>
      {isPhone && <ReadingsStrip />}
      <SamplePicker />
    </section>
  );
}

/** Names of the measurements beside the waveguides they enter. */
function InputLabels({ stage }: { readonly stage: MeshStage | undefined }) {
  const encoder = useExperiment((state) => state.experiment.encoder);
  const modes = useExperiment((state) => state.experiment.modes);
  const camera = stage?.camera;
  if (camera === undefined || camera.scaleY < 14 || encoder.kind !== 'columns') return null;
  const rows = stage?.layout?.rowsIn;
  // With amplitudes, the first free waveguide carries the constant field they are compared with.
  const hasReference = encoder.modulation === 'amplitude' && encoder.columns.length < modes;
  const names = [...encoder.columns, ...(hasReference ? ['reference'] : [])];
  return (
    <ul className="input-labels" aria-label="Inputs">
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
