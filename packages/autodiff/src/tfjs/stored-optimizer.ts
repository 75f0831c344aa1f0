import * as tf from '@tensorflow/tfjs-core';

/** An optimiser as the class that tfjs knows it by and what it was made with, as tfjs stores it with a model. */
export const storedOptimizer = (optimizer: tf.Optimizer) => ({
  className: optimizer.getClassName(),
  config: optimizer.getConfig(),
});

/** The optimiser that `storedOptimizer` told of. */
export function restoredOptimizer(stored: tf.serialization.ConfigDictValue): tf.serialization.Serializable {
  const { className, config } = stored as unknown as ReturnType<typeof storedOptimizer>;
  const known = tf.serialization.SerializationMap.getMap().classNameMap[className];
  if (!known)
    throw new Error(
      `The optimiser ${className} was stored with a model, but tfjs does not know it. Tell it first: tf.serialization.registerClass(${className}).`,
    );
  const [cls, fromConfig] = known;
  return fromConfig(cls, config);
}
