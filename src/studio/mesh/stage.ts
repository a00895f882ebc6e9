import { presentBudget } from '../budget/use-budget';
import { useNetwork } from '../network/network-store';
import { chip } from '../state/chip';
import { useSample } from '../state/sample-store';
import { useView } from '../state/view';
import type { Camera, Margins } from './camera';
import { detailOf, fitCamera, keepInView, panBy, toChip, zoomAt } from './camera';
import type { Scene } from './draw-chip';
import { drawChip, fullWidth, ON_SCREEN, pathsOf } from './draw-chip';
import { drawChosen } from './draw-chosen';
import { drawOverlays } from './draw-overlays';
import { FrameCache } from './frame-cache';
import type { ChipLayout } from './layout';
import { noteDuration } from './measured';
import type { MziRef } from './places';
import { mziAt } from './places';
import { useProbes } from './probes';
import type { Palette } from './palette';
import type { LightPaths } from './brush';
import { onThemeChange, readPalette } from './palette';
import { PULSE_SECONDS, Pulse } from './pulse';
import { useSaliency } from './saliency-store';
import { chosenStage } from './stage-ref';
import type { WaveguideRef } from './waveguides';
import { waveguideAt } from './waveguides';

/**
 * The canvas of the mesh view: owns the camera, draws at most once per animation frame, and tells what
 * lies under a point. React only mounts it.
 */
export class MeshStage {
  readonly #canvas: HTMLCanvasElement;
  readonly #overlay: HTMLCanvasElement;
  readonly #pulse: Pulse;
  readonly #context: CanvasRenderingContext2D | null;
  readonly #cache = new FrameCache();
  readonly #listeners = new Set<() => void>();
  readonly #stops: (() => void)[] = [];
  #frame = 0;
  #width = 0;
  #height = 0;
  #density = 1;
  #palette: Palette;
  #camera: Camera | undefined;
  #fitted: Camera | undefined;
  #touched = false;
  #layout: ChipLayout | undefined;
  #margins: Margins;
  #scene: Scene | undefined;
  #paths: LightPaths | undefined;
  #pulseFrame = 0;
  #targets: readonly (readonly [number, number])[] = [];
  #hovered: MziRef | undefined;
  #waveguide: WaveguideRef | undefined;

  constructor(canvas: HTMLCanvasElement, overlay: HTMLCanvasElement, margins: Margins) {
    this.#canvas = canvas;
    this.#overlay = overlay;
    this.#pulse = new Pulse(overlay);
    this.#context = canvas.getContext('2d');
    this.#margins = margins;
    this.#palette = readPalette(canvas);
    const observer = new ResizeObserver(() => this.#resize());
    observer.observe(canvas);
    chosenStage.set(this);
    const fit = (): void => this.fit();
    document.addEventListener('photonic:fit', fit);
    this.#stops.push(
      () => observer.disconnect(),
      () => chosenStage.leave(this),
      () => document.removeEventListener('photonic:fit', fit),
      chip.subscribe(() => this.invalidate()),
      useView.subscribe(() => this.invalidate()),
      useNetwork.subscribe(() => this.invalidate()),
      useProbes.subscribe(() => this.invalidate()),
      useSaliency.subscribe(() => this.invalidate()),
      useSample.subscribe((state, before) => {
        if (state.view !== before.view && state.view !== undefined) this.launchPulse();
      }),
      onThemeChange(() => {
        this.#palette = readPalette(canvas);
        this.invalidate();
      }),
    );
    this.#resize();
  }

  /** Calls back after a frame that shows something else than light: another camera, size, or thing under the pointer. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  get camera(): Camera | undefined {
    return this.#camera;
  }

  get size(): readonly [width: number, height: number] {
    return [this.#width, this.#height];
  }

  get layout(): ChipLayout | undefined {
    return this.#layout;
  }

  /** What the last frame showed. */
  get scene(): Scene | undefined {
    return this.#scene;
  }

  get cache(): FrameCache {
    return this.#cache;
  }

  get hovered(): MziRef | undefined {
    return this.#hovered;
  }

  /** The piece of waveguide under the pointer. */
  get waveguide(): WaveguideRef | undefined {
    return this.#waveguide;
  }

  /** @param x y pixels; undefined while the pointer is elsewhere */
  hover(x: number | undefined, y = 0): void {
    this.#hovered = x === undefined ? undefined : this.at(x, y);
    this.#waveguide = x === undefined ? undefined : this.waveguideAt(x, y);
    this.invalidate();
    this.#tell();
  }

  setFrame(margins: Margins, targets: readonly (readonly [number, number])[]): void {
    const isSame = JSON.stringify([margins, targets]) === JSON.stringify([this.#margins, this.#targets]);
    if (isSame) return;
    const changed = JSON.stringify(margins) !== JSON.stringify(this.#margins);
    this.#targets = targets;
    this.#margins = margins;
    if (changed && !this.#touched) this.#refit();
    this.invalidate();
  }

  invalidate(): void {
    if (this.#frame === 0) this.#frame = requestAnimationFrame(() => this.#draw());
  }

  fit(): void {
    this.#touched = false;
    this.#refit();
    this.invalidate();
  }

  zoom(factor: number, x = this.#width / 2, y = this.#height / 2): void {
    if (this.#camera === undefined || this.#fitted === undefined) return;
    this.#move(zoomAt(this.#camera, this.#fitted, factor, x, y));
  }

  pan(dx: number, dy: number): void {
    if (this.#camera !== undefined) this.#move(panBy(this.#camera, dx, dy));
  }

  /** Brings a chip point to the window's middle. */
  centre(x: number, y: number): void {
    if (this.#camera === undefined) return;
    const { offsetX, offsetY, scaleX, scaleY } = this.#camera;
    this.pan(this.#width / 2 - offsetX - x * scaleX, this.#height / 2 - offsetY - y * scaleY);
  }

  /** Pans just enough that a chip point is visible. */
  reveal(x: number, y: number): void {
    if (this.#camera === undefined) return;
    const { offsetX, offsetY, scaleX, scaleY } = this.#camera;
    const shift = (position: number, length: number): number =>
      position < 40 ? 40 - position : position > length - 40 ? length - 40 - position : 0;
    const dx = shift(offsetX + x * scaleX, this.#width);
    const dy = shift(offsetY + y * scaleY, this.#height);
    if (dx !== 0 || dy !== 0) this.pan(dx, dy);
  }

  at(x: number, y: number): MziRef | undefined {
    if (this.#camera === undefined || this.#layout === undefined) return undefined;
    return mziAt(this.#layout, ...toChip(this.#camera, x, y));
  }

  waveguideAt(x: number, y: number): WaveguideRef | undefined {
    if (this.#camera === undefined || this.#layout === undefined) return undefined;
    return waveguideAt(this.#layout, ...toChip(this.#camera, x, y), detailOf(this.#camera) === 'full');
  }

  /** Whether single waveguides can be told apart. */
  get isFineEnough(): boolean {
    return this.#camera !== undefined && detailOf(this.#camera) !== 'heat';
  }

  /** How many times slower than on the chip the pulse on screen runs; undefined while none does. */
  get slowing(): number | undefined {
    const budget = this.#pulse.isRunning ? presentBudget() : undefined;
    if (budget === undefined) return undefined;
    return Number((PULSE_SECONDS / (budget.pass.latency.total * 1e-12)).toPrecision(2));
  }

  launchPulse(): void {
    this.#pulse.launch();
    cancelAnimationFrame(this.#pulseFrame);
    const step = (): void => {
      const { camera } = this;
      this.#paths ??= this.#scene && pathsOf(this.#scene);
      if (camera === undefined || this.#layout === undefined || this.#paths === undefined)
        return this.#pulse.stop({ width: this.#width, height: this.#height });
      const size = {
        from: camera.offsetX,
        to: camera.offsetX + this.#layout.width * camera.scaleX,
        width: this.#width,
        height: this.#height,
      };
      const colour = this.#palette.dark ? '#fff3d6' : '#d07b00';
      const more = this.#pulse.draw(
        performance.now() / 1000,
        this.#paths,
        size,
        colour,
        fullWidth(camera, detailOf(camera)),
      );
      if (more) this.#pulseFrame = requestAnimationFrame(step);
      this.#tell();
    };
    // After the frame that draws the new light.
    this.#pulseFrame = requestAnimationFrame(() => {
      this.#pulseFrame = requestAnimationFrame(step);
    });
  }

  dispose(): void {
    cancelAnimationFrame(this.#frame);
    cancelAnimationFrame(this.#pulseFrame);
    for (const stop of this.#stops) stop();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }

  #move(camera: Camera): void {
    if (this.#layout === undefined) return;
    this.#touched = true;
    this.#pulse.stop({ width: this.#width, height: this.#height });
    this.#camera = keepInView(camera, this.#layout, this.#width, this.#height);
    this.invalidate();
  }

  #refit(): void {
    if (this.#layout === undefined || this.#width === 0) return;
    this.#fitted = fitCamera(this.#layout, this.#width, this.#height, this.#margins);
    this.#camera = this.#fitted;
  }

  #resize(): void {
    const box = this.#canvas.getBoundingClientRect();
    this.#density = Math.min(3, window.devicePixelRatio || 1);
    this.#width = box.width;
    this.#height = box.height;
    for (const canvas of [this.#canvas, this.#overlay]) {
      canvas.width = Math.max(1, Math.round(box.width * this.#density));
      canvas.height = Math.max(1, Math.round(box.height * this.#density));
    }
    this.#pulse.scale(this.#density);
    this.#context?.setTransform(this.#density, 0, 0, this.#density, 0, 0);
    if (!this.#touched) this.#refit();
    this.#draw();
  }

  #draw(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    const start = performance.now();
    // Light that was traced for whoever asked before this frame.
    const before = chip.takeTraceTime();
    const { plan, layout } = chip;
    if (layout !== this.#layout) {
      this.#layout = layout;
      this.#touched = false;
      this.#refit();
    }
    if (this.#context === null) return;
    this.#paths = undefined;
    if (plan === undefined || layout === undefined || this.#camera === undefined || this.#width === 0) {
      this.#context.clearRect(0, 0, this.#width, this.#height);
      this.#scene = undefined;
      return this.#tell();
    }
    const { selected } = useView.getState();
    const scene: Scene = {
      plan,
      layout,
      parameters: chip.parameters,
      light: chip.light(),
      camera: this.#camera,
      width: this.#width,
      height: this.#height,
      density: this.#density,
      palette: this.#palette,
      selected: selected && layout.sections[selected.section]?.kind === 'mesh' ? selected : undefined,
      hovered: this.#hovered,
      targets: this.#targets,
    };
    const last = this.#scene;
    this.#scene = scene;
    this.#paths = drawChip(this.#context, scene, { ...ON_SCREEN, cache: this.#cache });
    drawChosen(this.#context, scene);
    drawOverlays(this.#context, scene, this.#cache);
    const end = performance.now();
    noteDuration('mesh-frame', start - before, end);
    chip.takeTraceTime();
    const changedAt = chip.takeChangedAt();
    if (changedAt !== undefined) noteDuration('input-to-picture', changedAt, end);
    const isMoved =
      last?.camera !== scene.camera || last.width !== scene.width || last.height !== scene.height;
    if (isMoved) this.#tell();
  }
}
