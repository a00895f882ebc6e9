import { chip } from '../state/chip';
import { editParameter, holdPhase, releasePhase } from '../state/phase-edit';
import { selectMzi } from '../state/view';
import { discRadius } from './draw-marks';
import { detailOf, toScreen } from './camera';
import type { MziRef } from './places';
import { columnOf, discPlaces, isFixed } from './places';
import { toggleProbe } from './probes';
import type { MeshStage } from './stage';

/** Movement below this is a click, pixels. */
const CLICK = 4;
/** How far outside its disc a phase can still be grabbed, pixels. */
const REACH = 3;

interface Grip {
  readonly ref: MziRef;
  readonly offset: number;
  readonly x: number;
  readonly y: number;
  readonly startAngle: number;
  readonly startValue: number;
}

/** Wheel, drag, pinch, hover and dragging a phase's disc; returns how to stop listening. */
export function listenToPointer(
  canvas: HTMLCanvasElement,
  stage: MeshStage,
  onHover: (x: number, y: number) => void,
): () => void {
  const pointers = new Map<number, { x: number; y: number }>();
  let moved = 0;
  let grip: Grip | undefined;

  const local = (event: { clientX: number; clientY: number }): { x: number; y: number } => {
    const box = canvas.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };
  const hover = (x: number, y: number): void => {
    stage.hover(x, y);
    canvas.style.cursor = gripAt(stage, x, y)
      ? 'grab'
      : stage.hovered
        ? 'pointer'
        : stage.waveguide
          ? 'crosshair'
          : 'default';
    onHover(x, y);
  };
  const down = (event: PointerEvent): void => {
    const point = local(event);
    pointers.set(event.pointerId, point);
    canvas.setPointerCapture(event.pointerId);
    moved = 0;
    if (pointers.size > 1) return release();
    // With Alt a press means the waveguide, whatever lies on it.
    grip = event.altKey ? undefined : gripAt(stage, point.x, point.y);
    if (grip === undefined) return;
    selectMzi(grip.ref);
    holdPhase();
    canvas.style.cursor = 'grabbing';
  };
  const move = (event: PointerEvent): void => {
    const point = local(event);
    const before = pointers.get(event.pointerId);
    if (before === undefined) return hover(point.x, point.y);
    moved += Math.hypot(point.x - before.x, point.y - before.y);
    pointers.set(event.pointerId, point);
    if (grip !== undefined) turn(grip, point);
    else if (pointers.size === 2) pinch(stage, pointers, before, point);
    else if (moved > CLICK) stage.pan(point.x - before.x, point.y - before.y);
  };
  const up = (event: PointerEvent): void => {
    const point = pointers.get(event.pointerId);
    pointers.delete(event.pointerId);
    if (point !== undefined && grip === undefined && moved <= CLICK && event.type === 'pointerup')
      click(stage, point, event.altKey);
    release();
  };
  const release = (): void => {
    if (grip !== undefined) releasePhase();
    grip = undefined;
  };
  const leave = (): void => {
    if (pointers.size > 0) return;
    stage.hover(undefined);
    onHover(-1, -1);
  };
  const wheel = (event: WheelEvent): void => {
    event.preventDefault();
    const { x, y } = local(event);
    stage.zoom(Math.exp(-event.deltaY * (event.ctrlKey ? 0.01 : 0.0016)), x, y);
  };

  canvas.addEventListener('pointerdown', down);
  canvas.addEventListener('pointermove', move);
  canvas.addEventListener('pointerup', up);
  canvas.addEventListener('pointercancel', up);
  canvas.addEventListener('pointerleave', leave);
  canvas.addEventListener('wheel', wheel, { passive: false });
  return () => {
    release();
    canvas.removeEventListener('pointerdown', down);
    canvas.removeEventListener('pointermove', move);
    canvas.removeEventListener('pointerup', up);
    canvas.removeEventListener('pointercancel', up);
    canvas.removeEventListener('pointerleave', leave);
    canvas.removeEventListener('wheel', wheel);
  };
}

/** Selects an interferometer; on a waveguide between them, or with Alt on any, sets a probe. */
function click(stage: MeshStage, { x, y }: { x: number; y: number }, onWaveguide: boolean): void {
  const mzi = onWaveguide ? undefined : stage.at(x, y);
  const waveguide = stage.waveguideAt(x, y);
  if (mzi === undefined && waveguide !== undefined && stage.isFineEnough) toggleProbe(waveguide);
  else selectMzi(mzi);
}

/** The phase whose disc is under the point, where discs are drawn at all. */
function gripAt(stage: MeshStage, x: number, y: number): Grip | undefined {
  const { camera, layout } = stage;
  if (camera === undefined || layout === undefined || detailOf(camera) !== 'full') return undefined;
  const radius = discRadius(camera.scaleX, camera.scaleY) + REACH;
  // phi sits on the cell's left border, so the pointer may already be in the cell before it.
  for (const ref of [stage.at(x, y), stage.at(x + radius, y)]) {
    const section = ref && layout.sections[ref.section];
    if (ref === undefined || section?.kind !== 'mesh' || isFixed(section.mesh, ref.index)) continue;
    const { mesh } = section;
    const places = discPlaces(section, columnOf(mesh, ref.index), ref.index);
    const discs = [
      { offset: mesh.thetaOffset + ref.index, at: places.theta },
      // Phi of a real mesh is a sign, no phase to turn.
      ...(mesh.drive === 'single' ? [{ offset: mesh.phiOffset + ref.index, at: places.phi }] : []),
    ].map(({ offset, at }) => {
      const [discX, discY] = toScreen(camera, ...at);
      return { offset, x: discX, y: discY };
    });
    const disc = discs.find((each) => Math.hypot(x - each.x, y - each.y) <= radius);
    if (disc)
      return {
        ref,
        ...disc,
        startAngle: Math.atan2(disc.y - y, x - disc.x),
        startValue: chip.parameters[disc.offset] ?? 0,
      };
  }
  return undefined;
}

/** Turns a phase by as much as the pointer turned round its disc. */
function turn(grip: Grip, point: { x: number; y: number }): void {
  const angle = Math.atan2(grip.y - point.y, point.x - grip.x);
  const value = grip.startValue + angle - grip.startAngle;
  const full = 2 * Math.PI;
  editParameter(grip.offset, value - full * Math.floor(value / full));
}

function pinch(
  stage: MeshStage,
  pointers: ReadonlyMap<number, { x: number; y: number }>,
  before: { x: number; y: number },
  after: { x: number; y: number },
): void {
  const other = [...pointers.values()].find((pointer) => pointer !== after);
  if (other === undefined) return;
  const old = Math.hypot(before.x - other.x, before.y - other.y);
  const now = Math.hypot(after.x - other.x, after.y - other.y);
  stage.pan((after.x - before.x) / 2, (after.y - before.y) / 2);
  if (old > 0) stage.zoom(now / old, (after.x + other.x) / 2, (after.y + other.y) / 2);
}
