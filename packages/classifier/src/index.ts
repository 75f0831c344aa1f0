export { type Classifier, type Prediction, predict } from './classifier.ts';
export { type Evaluation, evaluate } from './evaluate.ts';
export { type HeadOptions, head } from './head.ts';
export { type Engine, type HybridOptions, hybrid } from './hybrid.ts';
export { PRESETS, type Preset, type PresetName, presetNamed } from './presets.ts';
export { fromFiles, type ModelFiles, toFiles } from './saved-model.ts';
export {
  type BatchProgress,
  type EpochMetrics,
  type Training,
  type TrainingData,
  type TrainOptions,
  train,
} from './train.ts';
export { type TwinOptions, twin } from './twin.ts';
export { wilson } from './wilson.ts';
