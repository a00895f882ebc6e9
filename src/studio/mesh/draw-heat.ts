import { LEVELS, levelOf } from './brush';
import type { Scene } from './draw-chip';
import { columnSpan, portsOf, rowsOfPair } from './places';

/** Far away: one cell per interferometer, its brightness the light that passes it. */
export function drawHeat(
  context: CanvasRenderingContext2D,
  { camera, layout, light, palette, width, height }: Scene,
): void {
  const { modes } = layout;
  context.fillStyle = palette.light;
  layout.sections.forEach((section, index) => {
    const power = light?.sections[index]?.power;
    if (section.kind !== 'mesh' || power === undefined) return;
    const { columnStart } = section.mesh.topology;
    for (let column = 0; column < section.cell.length; column++) {
      const [from, to] = columnSpan(section, column);
      const x = camera.offsetX + from * camera.scaleX;
      const w = (to - from) * camera.scaleX;
      if (x > width || x + w < 0) continue;
      for (let k = columnStart[column] ?? 0; k < (columnStart[column + 1] ?? 0); k++) {
        const rows = rowsOfPair(section, column, k);
        const y = camera.offsetY + (Math.min(...rows) - 0.5) * camera.scaleY;
        if (y > height || y + 2 * camera.scaleY < 0) continue;
        const [top, bottom] = portsOf(section.mesh, k);
        const passing = ((power[column * modes + top] ?? 0) + (power[column * modes + bottom] ?? 0)) / 2;
        const level = levelOf(passing, light?.peaks[section.exposure] ?? 0);
        if (level < 0) continue;
        context.globalAlpha = 0.04 + 0.96 * ((level + 1) / LEVELS);
        context.fillRect(x, y, Math.max(0.6, w - 0.4), Math.max(0.6, 2 * camera.scaleY - 0.4));
      }
    }
  });
  context.globalAlpha = 1;
}
