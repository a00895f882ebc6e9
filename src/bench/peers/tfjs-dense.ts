import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-core/dist/register_all_gradients.js';
import type { EncodedSplit } from '../../data/fields';
import type { Work } from '../measure';

/**
 * Forward and backward of a dense layer of the mesh's size: a complex N × N matrix is a real one of 2N × 2N, which has
 * four times the parameters of the mesh. One matrix product each way, which is what the library is best at.
 */
export function tfjsDense(split: EncodedSplit, batch: number): Work {
  const { modes } = split;
  const width = 2 * modes;
  const x = tf.concat(
    [split.re, split.im].map((part) => tf.tensor2d(part.slice(0, batch * modes), [batch, modes])),
    1,
  );
  const weights = tf.tensor2d(
    Float32Array.from({ length: width * width }, (_, at) => Math.sin(at) / Math.sqrt(width)),
    [width, width],
  );
  const labels = tf.tensor1d(
    Array.from(split.labels.subarray(0, batch), (label) => label % modes),
    'int32',
  );
  const mask = tf.cast(tf.oneHot(labels, width), 'float32');
  const gradients = tf.grads((w) => tf.sum(tf.mul(mask, tf.square(tf.matMul(x, w as tf.Tensor2D)))));
  return async () => {
    const results = gradients([weights]);
    // Reading a result waits for the device.
    await Promise.all(results.map((result) => result.data()));
    tf.dispose(results);
  };
}
