import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-core/dist/register_all_gradients.js';
import { phasesOf } from '../../learning/mesh-phases';
import type { Plan } from '../../learning/plan';
import type { EncodedSplit } from '../../data/fields';
import type { Work } from '../measure';

/** TensorFlow.js with one of its backends as the tape and the ops of the benchmark. */
export type TfjsBackend = 'wasm' | 'webgpu';

/** Loads a backend of TensorFlow.js, one thread for wasm, and makes it the current one. */
export async function useTfjs(backend: TfjsBackend): Promise<void> {
  if (backend === 'wasm') {
    const wasm = await import('@tensorflow/tfjs-backend-wasm');
    const [plain, simd, threaded] = await Promise.all([
      import('@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url'),
      import('@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url'),
      import('@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-threaded-simd.wasm?url'),
    ]);
    // One thread, like the kernels it is compared with; its pool also does not survive minification.
    tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
    wasm.setWasmPaths({
      'tfjs-backend-wasm.wasm': plain.default,
      'tfjs-backend-wasm-simd.wasm': simd.default,
      'tfjs-backend-wasm-threaded-simd.wasm': threaded.default,
    });
  } else {
    await import('@tensorflow/tfjs-backend-webgpu');
  }
  if (!(await tf.setBackend(backend)))
    throw new Error(`TensorFlow.js could not start its ${backend} backend.`);
  await tf.ready();
}

/**
 * Forward and backward of one rectangular mesh written with TensorFlow.js ops, as a user of the library
 * would: whole columns as element-wise products with the fields and with the fields swapped in pairs; the
 * gradient by its own automatic differentiation. Loss: power on the label's port.
 */
export function tfjsMesh(plan: Plan, split: EncodedSplit, batch: number): Work {
  const { modes, initial, classes } = plan;
  const layer = plan.layers[0];
  if (!layer) throw new RangeError('The plan has no layer.');
  const phases = phasesOf(layer.mesh, initial);
  const theta = tf.tensor1d(Float32Array.from(phases.theta));
  const phi = tf.tensor1d(Float32Array.from(phases.phi));
  const xRe = tf.tensor2d(split.re.slice(0, batch * modes), [batch, modes]);
  const xIm = tf.tensor2d(split.im.slice(0, batch * modes), [batch, modes]);
  const target = tf.oneHot(
    tf.tensor1d(
      Array.from(split.labels.subarray(0, batch), (label) => label % classes),
      'int32',
    ),
    modes,
  );
  const mask = tf.cast(target, 'float32');
  const loss = (...phasesIn: tf.Tensor[]): tf.Scalar => {
    const [t, p] = phasesIn as [tf.Tensor1D, tf.Tensor1D];
    const [re, im] = meshForward(layer.mesh.topology.columnStart, t, p, xRe, xIm, modes);
    return tf.sum(tf.mul(mask, tf.add(tf.square(re), tf.square(im))));
  };
  const gradients = tf.grads(loss);
  return async () => {
    const results = gradients([theta, phi]);
    // Reading a result waits for the device.
    await Promise.all(results.map((result) => result.data()));
    tf.dispose(results);
  };
}

type Pair = readonly [tf.Tensor2D, tf.Tensor2D];

function meshForward(
  columnStart: Int32Array,
  theta: tf.Tensor1D,
  phi: tf.Tensor1D,
  xRe: tf.Tensor2D,
  xIm: tf.Tensor2D,
  modes: number,
): Pair {
  const half = tf.mul(theta, 0.5);
  const [s, c] = [tf.sin(half), tf.cos(half)];
  // T = i·e^{iθ/2}·[[e^{iφ}s, c], [e^{iφ}c, −s]]
  const upper = tf.add(half, phi);
  const [uRe, uIm] = [tf.neg(tf.sin(upper)), tf.cos(upper)];
  const [lRe, lIm] = [tf.neg(s), c];
  let fields: Pair = [xRe, xIm];
  for (let column = 0; column + 1 < columnStart.length; column++) {
    const first = columnStart[column] ?? 0;
    const count = (columnStart[column + 1] ?? 0) - first;
    const of = (values: tf.Tensor): tf.Tensor1D => tf.slice(values as tf.Tensor1D, first, count);
    const [sc, cc] = [of(s), of(c)];
    const [ur, ui, lr, li] = [of(uRe), of(uIm), of(lRe), of(lIm)];
    // What a port keeps (bar) and what it takes from its partner (cross), per port.
    const keepRe = interleave(tf.mul(ur, sc), tf.neg(tf.mul(lr, sc)));
    const keepIm = interleave(tf.mul(ui, sc), tf.neg(tf.mul(li, sc)));
    const takeRe = interleave(tf.mul(lr, cc), tf.mul(ur, cc));
    const takeIm = interleave(tf.mul(li, cc), tf.mul(ui, cc));
    fields = applyColumn(fields, keepRe, keepIm, takeRe, takeIm, column % 2, modes);
  }
  return fields;
}

function interleave(even: tf.Tensor, odd: tf.Tensor): tf.Tensor1D {
  return tf.reshape(tf.stack([even, odd], 1), [-1]);
}

/** Ports before and after the pairs of an odd column pass by. */
function applyColumn(
  [re, im]: Pair,
  keepRe: tf.Tensor1D,
  keepIm: tf.Tensor1D,
  takeRe: tf.Tensor1D,
  takeIm: tf.Tensor1D,
  offset: number,
  modes: number,
): Pair {
  const width = keepRe.shape[0];
  const after = modes - offset - width;
  const [midRe, midIm] = [re, im].map((part) => tf.slice(part, [0, offset], [-1, width])) as [
    tf.Tensor2D,
    tf.Tensor2D,
  ];
  const [swapRe, swapIm] = [midRe, midIm].map(swapPairs) as [tf.Tensor2D, tf.Tensor2D];
  const outRe = tf.add(
    tf.sub(tf.mul(keepRe, midRe), tf.mul(keepIm, midIm)),
    tf.sub(tf.mul(takeRe, swapRe), tf.mul(takeIm, swapIm)),
  );
  const outIm = tf.add(
    tf.add(tf.mul(keepRe, midIm), tf.mul(keepIm, midRe)),
    tf.add(tf.mul(takeRe, swapIm), tf.mul(takeIm, swapRe)),
  );
  const whole = (part: tf.Tensor2D, middle: tf.Tensor): tf.Tensor2D => {
    const parts = [middle as tf.Tensor2D];
    if (offset > 0) parts.unshift(tf.slice(part, [0, 0], [-1, offset]));
    if (after > 0) parts.push(tf.slice(part, [0, offset + width], [-1, after]));
    return parts.length > 1 ? tf.concat(parts, 1) : (middle as tf.Tensor2D);
  };
  return [whole(re, outRe), whole(im, outIm)];
}

function swapPairs(part: tf.Tensor2D): tf.Tensor2D {
  const [rows, width] = part.shape;
  return tf.reshape(tf.reverse(tf.reshape(part, [rows, width / 2, 2]), 2), [rows, width]);
}
