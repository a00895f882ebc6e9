import type { Camera, Detail } from './camera';
import { ARM } from './cell-shape';
import type { Scene } from './draw-chip';
import { discRadius, drawDisc, drawDot, drawFlawRing, drawFrozen, drawLock } from './draw-marks';
import { drawPorts } from './draw-ports';
import { isFlawed, isLeftAlone } from './frozen';
import type { MeshSection } from './layout';
import { columnSpan, discPlaces, isFixed, rowsOfPair } from './places';

/** All, or what stands still while phases turn, or only the shapes of the dots. */
type What = 'all' | 'still' | 'dots';

/** Discs, attenuators and nonlinearities on top of the waveguides. */
export function drawParts(context: CanvasRenderingContext2D, scene: Scene, detail: Detail, what: What): void {
  for (const section of scene.layout.sections) {
    const left = scene.camera.offsetX + section.x * scene.camera.scaleX;
    if (left > scene.width || left + section.width * scene.camera.scaleX < 0) continue;
    if (section.kind === 'mesh') drawMeshPhases(context, scene, section, detail, what);
    else if (what !== 'dots') drawPorts(context, scene, section, detail);
  }
}

/** Pixels per column below which a phase would only be a speck. */
const SMALLEST_DOT_PITCH = 8;

export function showsDots({ scaleX }: Camera): boolean {
  return scaleX >= SMALLEST_DOT_PITCH;
}

function drawMeshPhases(
  context: CanvasRenderingContext2D,
  scene: Scene,
  section: MeshSection,
  detail: Detail,
  what: What,
): void {
  const { camera } = scene;
  const { columnStart } = section.mesh.topology;
  if (detail !== 'full' && !showsDots(camera)) return;
  for (let column = 0; column < section.cell.length; column++) {
    const [from, to] = columnSpan(section, column);
    if (camera.offsetX + to * camera.scaleX < 0 || camera.offsetX + from * camera.scaleX > scene.width)
      continue;
    for (let k = columnStart[column] ?? 0; k < (columnStart[column + 1] ?? 0); k++) {
      if (isFixed(section.mesh, k) || isOutside(scene, rowsOfPair(section, column, k))) continue;
      if (detail === 'full') drawPhases(context, scene, section, column, k);
      else drawFromAfar(context, scene, section, column, k, what);
    }
  }
}

/** Above or below what the window shows. */
function isOutside({ camera, height }: Scene, rows: readonly [number, number]): boolean {
  const y = (row: number): number => camera.offsetY + row * camera.scaleY;
  return y(Math.max(...rows) + 1) < 0 || y(Math.min(...rows) - 1) > height;
}

function drawPhases(
  context: CanvasRenderingContext2D,
  scene: Scene,
  section: MeshSection,
  column: number,
  k: number,
): void {
  const { camera, parameters, plan, palette } = scene;
  const { mesh } = section;
  const discs = discPlaces(section, column, k);
  const radius = discRadius(camera.scaleX, camera.scaleY);
  const place = ([x, y]: readonly [number, number]): readonly [number, number] => [
    camera.offsetX + x * camera.scaleX,
    camera.offsetY + y * camera.scaleY,
  ];
  const [phiX, phiY] = place(discs.phi);
  const [thetaX, thetaY] = place(discs.theta);
  // Phi of a real mesh is a sign, set once: there is nothing to turn.
  const isSign = mesh.drive === 'push-pull';
  const phi = parameters[mesh.phiOffset + k] ?? 0;
  drawDisc(context, phiX, phiY, isSign ? 0.6 * radius : radius, phi, palette.substrate);
  drawDisc(context, thetaX, thetaY, radius, parameters[mesh.thetaOffset + k] ?? 0, palette.substrate);
  if (isFlawed(mesh, k)) drawFlawRing(context, thetaX, thetaY, radius, palette.muted);
  if (isLeftAlone(plan, mesh.thetaOffset + k)) drawLock(context, palette, thetaX, thetaY, radius);
  if (!isSign && isLeftAlone(plan, mesh.phiOffset + k)) drawLock(context, palette, phiX, phiY, radius);
}

/** One dot for theta in the cell's middle. */
function drawFromAfar(
  context: CanvasRenderingContext2D,
  { camera, parameters, plan, palette }: Scene,
  section: MeshSection,
  column: number,
  k: number,
  what: What,
): void {
  const { mesh } = section;
  const { theta, phi } = discPlaces(section, column, k);
  const [x, y] = theta;
  const middle = y + Math.sign(y - phi[1]) * ARM;
  const place = [camera.offsetX + x * camera.scaleX, camera.offsetY + middle * camera.scaleY] as const;
  const radius = Math.min(3.2, 0.22 * camera.scaleX);
  if (what !== 'dots' && isLeftAlone(plan, mesh.thetaOffset + k))
    drawFrozen(context, palette, ...place, radius);
  if (what !== 'still') drawDot(context, ...place, radius, parameters[mesh.thetaOffset + k] ?? 0);
}
