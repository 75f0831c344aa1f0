export { type Angle, features, type Linear, plus, times, vector, type Weight, written } from './angle.ts';
export { type EntanglerOptions, entangler } from './ansatz/entangler.ts';
export { type HardwareEfficientOptions, hardwareEfficient } from './ansatz/hardware-efficient.ts';
export { bind, named, type Params } from './bind.ts';
export { type Circuit, circuit, inverse, type Part } from './circuit.ts';
export { type Compiled, compile, type WeightVector } from './compile.ts';
export { draw } from './draw.ts';
export { type AmplitudeOptions, amplitudeEncoding } from './encodings/amplitude-encoding.ts';
export { angleEncoding } from './encodings/angle-encoding.ts';
export { type ReuploadingOptions, reuploading } from './encodings/reuploading.ts';
export { type Expectation, expectation, type RunOptions } from './expectation.ts';
export { adjointGate, type Entry, type Fixed, fixed, GATES, type Gate, type Rotation, rotation } from './gates.ts';
export { probabilities, sample, state, unitary } from './measure.ts';
export { eachZ, pauli, scaled, sum, X, Y, Z } from './observable.ts';
export {
  ccx,
  ccz,
  ch,
  controlled,
  cp,
  crx,
  cry,
  crz,
  cswap,
  cu,
  cx,
  cy,
  cz,
  ecr,
  gate,
  h,
  iswap,
  type Op,
  p,
  rx,
  rxx,
  ry,
  ryy,
  rz,
  rzz,
  s,
  sdg,
  siswap,
  swap,
  sx,
  sxdg,
  t,
  tdg,
  u,
  x,
  y,
  z,
} from './op.ts';
