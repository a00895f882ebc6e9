import type { KeyboardEvent } from 'react';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { formatCount } from '../format/si';
import { Later } from '../parts/later';
import { loadable } from '../parts/loadable';
import { useIsPhone } from '../parts/use-is-phone';
import { chip } from '../state/chip';
import { useExperiment } from '../state/experiment-store';
import { useChip } from '../state/use-chip';
import { selectMzi, useView } from '../state/view';
import { meshWords } from '../words/mesh';
import { InputLabels } from './input-labels';
import { DESKTOP_MARGINS, PHONE_MARGINS } from './margins';
import { MeshTools } from './mesh-tools';
import { firstMzi, mziCentre, neighbour } from './places';
import { useMeshSummary } from './mesh-summary';
import { OutputBars } from './output-bars';
import { listenToPointer } from './pointer';
import { ReadingsStrip } from './readings-strip';
import { SamplePicker } from './sample-picker';
import { useSaliency } from './saliency-store';
import { MeshStage } from './stage';
import { useTable } from './table-store';
import { useStage } from './use-stage';
import { Spoken } from '../parts/spoken';

const ConvStrip = lazy(async () => ({ default: (await import('../conv/conv-strip')).ConvStrip }));
const tooltip = loadable(async () => (await import('./mesh-tooltip')).MeshTooltip);
const minimap = loadable(async () => (await import('./minimap')).Minimap);
const MeshTable = lazy(async () => ({ default: (await import('./mesh-table')).MeshTable }));
const SaliencyLegend = lazy(async () => ({
  default: (await import('./saliency-legend')).SaliencyLegend,
}));

const DIRECTIONS = { ArrowLeft: 'left', ArrowRight: 'right', ArrowUp: 'up', ArrowDown: 'down' } as const;

/** Resolves when what belongs to the chip can be drawn. */
export async function loadMeshParts(): Promise<void> {
  await Promise.all([tooltip, minimap].map((part) => part.load()));
}

/** The chip, its light, the sample that lights it, and what its detectors read. */
export function MeshView() {
  const isPhone = useIsPhone();
  const isConvolution = useExperiment((state) => state.experiment.convolution !== null);
  const isTable = useTable((state) => state.isOpen);
  return (
    <section className="mesh" aria-label={meshWords.region}>
      {isConvolution && (
        <Suspense fallback={<p className="muted conv-strip">{meshWords.layingOut}</p>}>
          <ConvStrip />
        </Suspense>
      )}
      <Stage isPhone={isPhone} isCovered={isTable} />
      {isPhone && <ReadingsStrip />}
      <SamplePicker />
    </section>
  );
}

function Stage({ isPhone, isCovered }: { readonly isPhone: boolean; readonly isCovered: boolean }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const overlay = useRef<HTMLCanvasElement>(null);
  const [stage, setStage] = useState<MeshStage>();
  const [pointer, setPointer] = useState({ x: -1, y: -1 });
  const hasLegend = useSaliency((state) => state.isOn);

  useEffect(() => {
    const element = canvas.current;
    if (element === null || overlay.current === null) return undefined;
    const created = new MeshStage(element, overlay.current, isPhone ? PHONE_MARGINS : DESKTOP_MARGINS);
    const stop = listenToPointer(element, created, (x, y) => setPointer({ x, y }));
    setStage(created);
    return () => {
      stop();
      created.dispose();
    };
  }, [isPhone]);

  return (
    <div className="mesh-stage">
      <canvas
        ref={canvas}
        className="mesh-canvas"
        tabIndex={0}
        role="application"
        aria-label={meshWords.canvas}
        aria-describedby="mesh-summary"
        onKeyDown={(event) => stage && onKeyDown(event, stage)}
      />
      <canvas ref={overlay} className="mesh-canvas mesh-pulse" aria-hidden />
      <Summary />
      {stage && (
        <>
          {!isPhone && <InputLabels stage={stage} />}
          {!isPhone && <OutputBars stage={stage} />}
          <MeshTools />
          <Later>
            <minimap.Part stage={stage} />
          </Later>
          <Notes stage={stage} />
          <Later>
            <tooltip.Part stage={stage} x={pointer.x} y={pointer.y} />
          </Later>
        </>
      )}
      <Suspense>
        {hasLegend && <SaliencyLegend />}
        {isCovered && <MeshTable />}
      </Suspense>
    </div>
  );
}

function Summary() {
  return (
    <p id="mesh-summary" className="visually-hidden">
      {useMeshSummary()}
    </p>
  );
}

/** What is particular about the picture right now. */
function Notes({ stage }: { readonly stage: MeshStage }) {
  const isStale = useChip(() => chip.isStale);
  const slowing = useStage(stage, (each) => each.slowing);
  return (
    <div className="mesh-notes">
      <Spoken>{isStale ? <span className="stale">{meshWords.stale}</span> : null}</Spoken>
      {slowing !== undefined && <p className="slowed">{meshWords.slowed(formatCount(slowing))}</p>}
    </div>
  );
}

function onKeyDown(event: KeyboardEvent, stage: MeshStage): void {
  const layout = chip.layout;
  if (layout === undefined) return;
  const { selected } = useView.getState();
  if (event.key in DIRECTIONS) {
    const next = selected
      ? neighbour(layout, selected, DIRECTIONS[event.key as keyof typeof DIRECTIONS])
      : firstMzi(layout);
    event.preventDefault();
    if (next === undefined) return;
    selectMzi(next);
    stage.reveal(...mziCentre(layout, next));
  } else if (event.key === 'Enter' && selected !== undefined) {
    event.preventDefault();
    document.getElementById('field-theta')?.focus();
  } else if (event.key === '+') stage.zoom(1.4);
}
