export type { Initialisation } from './drawn-points.ts';
export type { StatesOptions } from './drawn-states.ts';
export {
  type Dimension,
  type EffectiveDimension,
  type EffectiveDimensionOptions,
  effectiveDimension,
} from './effective-dimension.ts';
export { effectiveDimensionOf, type Resolution } from './effective-dimension-of.ts';
export {
  type EntanglingCapability,
  type EntanglingCapabilityOptions,
  entanglingCapability,
} from './entangling-capability.ts';
export type { Decay } from './exponential-decay.ts';
export { type Expressibility, type ExpressibilityOptions, expressibility } from './expressibility.ts';
export { type Concentration, type FeatureConcentrationOptions, featureConcentration } from './feature-concentration.ts';
export { fisherInformation } from './fisher-information.ts';
export { type FourierSpectrumOptions, fourierSpectrum, type Harmonic } from './fourier-spectrum.ts';
export {
  type GradientVariance,
  type GradientVarianceOptions,
  gradientVariance,
  type SlopeVariance,
} from './gradient-variance.ts';
export { meyerWallach } from './meyer-wallach.ts';
export type { Sampled } from './moments.ts';
