import * as tf from '@tensorflow/tfjs-core';

/** Mean cross-entropy of logits against labels, in nats: one op, where tfjs takes some thirty, gradients included. */
export function crossEntropy(logits: tf.Tensor2D, labels: Uint8Array): tf.Scalar {
  const { loss, slopes } = differentiated(logits.dataSync() as Float32Array, logits.shape[1], labels);
  const gradFunc = (dy: tf.Tensor) => {
    const [factor] = dy.dataSync();
    return tf.tensor(
      slopes.map((slope) => factor * slope),
      logits.shape,
    );
  };
  return tf.customGrad(() => ({ value: tf.scalar(loss), gradFunc }))(logits);
}

/** The loss, and its slope in each logit: (probability − 1)/rows at the label, probability/rows elsewhere. */
function differentiated(logits: Float32Array, columns: number, labels: Uint8Array) {
  const slopes = new Float32Array(logits.length);
  const rows = labels.length;
  let loss = 0;
  labels.forEach((label, row) => {
    const surprised = surprise(logits, columns, row, label);
    loss += surprised / rows;
    // The label has the probability exp(−surprise).
    const missing = -Math.expm1(-surprised);
    if (columns === 1) slopes[row] = (label === 1 ? -missing : missing) / rows;
    else {
      const [start, at] = [row * columns, row * columns + label];
      for (let k = start; k < start + columns; k++)
        slopes[k] = (k === at ? -missing : Math.exp(logits[k] - logits[at] - surprised)) / rows;
    }
  });
  return { loss, slopes };
}

/** −ln of the probability that the logits of a row give to its label. */
export function surprise(logits: Float32Array, columns: number, row: number, label: number): number {
  if (columns === 1)
    return Math.log1p(Math.exp(-Math.abs(logits[row]))) + Math.max(0, label === 1 ? -logits[row] : logits[row]);
  const all = logits.subarray(row * columns, (row + 1) * columns);
  const most = Math.max(...all);
  return Math.log(all.reduce((sum, value) => sum + Math.exp(value - most), 0)) + most - all[label];
}
