export { type Angle, angleAt, type LinearAngle, slopeInFeature, slopeInWeight } from './angle.ts';
export { angleOf, angleRows, byAngles, type Point, slopesInWeights } from './by-angles.ts';
export { pullBackSlots } from './chain-rule.ts';
export { checkCotangents, rowsIn } from './check.ts';
export type { Estimates, EstimatingSimulator } from './estimating.ts';
export { eigenvaluesOf, frequenciesOf, gapsOf } from './frequencies.ts';
export { bitsOf, gathered, spread } from './mask.ts';
export { type MeteredSimulator, metered } from './metered.ts';
export {
  type AmplitudeDamping,
  amplitudeDamping,
  bitFlip,
  type Channel,
  depolarizing,
  type JointDepolarizing,
  jointDepolarizing,
  type PauliChannel,
  pauliChannel,
  phaseDamping,
  phaseFlip,
} from './noise/channel.ts';
export type { Noise } from './noise/noise.ts';
export { type NoisyOptions, type NoisySimulator, noisy } from './noise/noisy.ts';
export { type ReadoutError, readoutError } from './noise/readout-error.ts';
export {
  type Letter,
  letterOf,
  MOST_QUBITS,
  type PauliWord,
  parity,
  pauliWord,
  popcount,
  supportOf,
  wordKey,
} from './pauli.ts';
export { type EulerAngles, eulerAngles } from './plan/zyz.ts';
export {
  actedOn,
  controlsOf,
  type DampingInstruction,
  type Instruction,
  type Matrix,
  type MatrixInstruction,
  type Observable,
  type OtherNorm,
  type Program,
  type RotationInstruction,
  type UnitaryInstruction,
  type ZeroNorm,
} from './program.ts';
export { reference } from './reference.ts';
export { rowsAtOnce } from './room.ts';
export { shifted } from './shifted.ts';
export { type Group, grouped } from './shots/grouped.ts';
export { type SamplingOptions, type SamplingSimulator, sampling } from './shots/sampling.ts';
export { type Setting, type Share, settingsOf } from './shots/settings-of.ts';
export { type Statistics, statisticsOf } from './shots/statistics.ts';
export type { Gradients, Precision, Shift, Shots, Simulator, Wanted } from './simulator.ts';
export { seedFrom, uniform } from './uniform.ts';
export { type HostedSimulator, type SimulatorOptions, simulator } from './wasm/simulator.ts';
