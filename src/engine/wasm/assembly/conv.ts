import { tileOuter, tileProduct } from './real-gemm';

/**
 * Convolutions without a patch matrix. Activations lie in panels of 8 channels, [panel][position][8], so a kernel's
 * row of a panel is one run of floats in memory, and neighbouring patches are one position apart.
 */

/** Rows of positions whose operands fill the first-level cache in {@link convolveOuter}. */
const CACHE_BYTES: i32 = 32768;

/** How patches lie in memory; steps in bytes. */
@unmanaged
export class Patches {
  /** Rows of results, and results per row: positions, or samples where images are narrower than a tile. */
  rows: i32;
  width: i32;
  outPanels: i32;
  inPanels: i32;
  /** Rows of the kernel; floats of one of its rows, and lanes of weights laid out for them (a multiple of 4). */
  kernel: i32;
  segment: i32;
  pitch: i32;
  xRow: i32;
  xStep: i32;
  xPanel: i32;
  xKernelRow: i32;
  zRow: i32;
  zStep: i32;
  zPanel: i32;
}

/**
 * z = bias + weights · patches of x. Rows shorter than 4 write up to 4 results: z has room for them.
 * @param weights [out panel][in panel][kernel row][pitch][8]
 * @param bias 8 floats per out panel
 */
export function convolve(patches: Patches, x: usize, weights: usize, bias: usize, z: usize): void {
  const weightBytes = (<usize>(patches.inPanels * patches.kernel * patches.pitch)) << 5;
  const xStep = <usize>patches.xStep;
  const zStep = <usize>patches.zStep;
  for (let panel = 0; panel < patches.outPanels; panel++) {
    let xRow = x;
    let zRow = z;
    for (let row = 0; row < patches.rows; row++) {
      for (let next = 0; next < patches.width; next += 4) {
        // The last tile overlaps the one before where the width is no multiple of 4.
        const first = <usize>max(0, min(next, patches.width - 4));
        tileProduct(
          xRow + first * xStep,
          xStep,
          patches.inPanels,
          patches.xPanel,
          patches.kernel,
          patches.xKernelRow,
          patches.segment,
          patches.pitch,
          weights,
          bias,
          zRow + first * zStep,
          zStep,
        );
      }
      xRow += patches.xRow;
      zRow += patches.zRow;
    }
    weights += weightBytes;
    bias += 32;
    z += patches.zPanel;
  }
}

/** out += Σ over positions of patches(x) · gᵀ, laid out like the weights; g lies as z does in {@link convolve}. */
export function convolveOuter(patches: Patches, x: usize, g: usize, out: usize): void {
  const rowBytes = max(1, (patches.xStep + patches.zStep) * patches.width);
  const pass = max(1, min(patches.rows, CACHE_BYTES / rowBytes));
  for (let first = 0; first < patches.rows; first += pass) {
    const rows = min(pass, patches.rows - first);
    let to = out;
    let gPanel = g + <usize>first * patches.zRow;
    for (let panel = 0; panel < patches.outPanels; panel++) {
      let xPanel = x + <usize>first * patches.xRow;
      for (let inPanel = 0; inPanel < patches.inPanels; inPanel++) {
        let xKernel = xPanel;
        for (let row = 0; row < patches.kernel; row++) {
          for (let at: usize = 0; at < <usize>patches.pitch; at += 4) {
            tileOuter(
              rows,
              patches.width,
              xKernel + (at << 2),
              patches.xRow,
              patches.xStep,
              gPanel,
              patches.zRow,
              patches.zStep,
              to,
            );
            to += 128;
          }
          xKernel += patches.xKernelRow;
        }
        xPanel += patches.xPanel;
      }
      gPanel += patches.zPanel;
    }
  }
}
