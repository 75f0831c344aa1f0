export type { Finding } from './analysis/finding.ts';
export { type LightCone, lightCone } from './analysis/light-cone.ts';
export { lint } from './analysis/lint.ts';
export type { FeatureRange, LintOptions } from './analysis/outside-period.ts';
export { type Resources, resources } from './analysis/resources.ts';
export { type SimplifyOptions, simplify } from './analysis/simplify.ts';
export { type Angle, features, type Linear, plus, times, vector, type Weight, written } from './angle.ts';
export { type BasicEntanglerOptions, basicEntangler } from './ansatz/basic-entangler.ts';
export { BLOCKS, type Block, type BlockName, ENTANGLERS, type EntanglerName } from './ansatz/block.ts';
export { type BrickworkOptions, brickwork } from './ansatz/brickwork.ts';
export { efficientSU2 } from './ansatz/efficient-su2.ts';
export { type EntanglerOptions, type EntanglingOptions, entangler } from './ansatz/entangler.ts';
export { type HardwareEfficientOptions, hardwareEfficient } from './ansatz/hardware-efficient.ts';
export type { LayeredOptions } from './ansatz/layered.ts';
export { mera } from './ansatz/mera.ts';
export { type QcnnOptions, qcnn } from './ansatz/qcnn.ts';
export { type RandomLayersOptions, randomLayers } from './ansatz/random-layers.ts';
export { realAmplitudes } from './ansatz/real-amplitudes.ts';
export { remaining } from './ansatz/remaining.ts';
export { simplifiedTwoDesign } from './ansatz/simplified-two-design.ts';
export { type StronglyEntanglingOptions, stronglyEntangling } from './ansatz/strongly-entangling.ts';
export { type Pair, pairsOf, TOPOLOGIES, type Topology, type TopologyName } from './ansatz/topology.ts';
export { type TreeOptions, treeTensor } from './ansatz/tree-tensor.ts';
export { type RotationName, type TwoLocalOptions, twoLocal } from './ansatz/two-local.ts';
export { bind, named, type Params } from './bind.ts';
export { type Circuit, type CircuitStart, circuit, inverse, type Part } from './circuit.ts';
export { type Compiled, compile, type WeightVector } from './compile.ts';
export type { Entry } from './complex.ts';
export { type DrawOptions, draw } from './draw/draw.ts';
export { type QuantikzOptions, quantikz } from './draw/quantikz.ts';
export { type SvgOptions, svg } from './draw/svg.ts';
export { type AmplitudeOptions, amplitudeEncoding } from './encodings/amplitude-encoding.ts';
export { type AngleEncodingOptions, angleEncoding } from './encodings/angle-encoding.ts';
export { basisEncoding } from './encodings/basis-encoding.ts';
export { type BlocksOptions, blocksOf } from './encodings/blocks-of.ts';
export { denseAngleEncoding } from './encodings/dense-angle-encoding.ts';
export { type IqpOptions, iqpEncoding } from './encodings/iqp-encoding.ts';
export { type PairProductsOptions, pairProducts } from './encodings/pair-products.ts';
export { type PhaseEncodingOptions, phaseEncoding } from './encodings/phase-encoding.ts';
export { type Places, placedOn } from './encodings/placed-on.ts';
export { type Quanvolution, quanvolution } from './encodings/quanvolution.ts';
export { type ReuploadingOptions, reuploading } from './encodings/reuploading.ts';
export { type TrainableOptions, trainable } from './encodings/trainable.ts';
export { type ZZFeatureMapOptions, zzFeatureMap, zzFeatures } from './encodings/zz-feature-map.ts';
export {
  type Covariance,
  type Expectation,
  expectation,
  type Mean,
  type Measured,
  type RunOptions,
} from './expectation.ts';
export { adjointGate, type Fixed, fixed, GATES, type Gate, type Rotation, rotation } from './gates.ts';
export { identityBlock } from './initialisation/identity-block.ts';
export { type InitialWeightsOptions, initialWeights } from './initialisation/initial-weights.ts';
export { INITIALISATIONS, type InitialisationName } from './initialisation/initialisations.ts';
export { covariance } from './measure/covariance.ts';
export { type Estimate, type EstimateOptions, estimate } from './measure/estimate.ts';
export { variance } from './measure/variance.ts';
export { type MeasureOptions, probabilities, sample, state, unitary } from './measure.ts';
export { constant, eachZ, parity, pauli, scaled, sum, X, Y, Z } from './observable.ts';
export { hermitian } from './observables/hermitian.ts';
export { product, symmetrizedProduct } from './observables/product.ts';
export { outcomes, projector } from './observables/projector.ts';
export { writtenObservable, writtenWord } from './observables/written-observable.ts';
export * from './op.ts';
export type { Register } from './qasm/draft.ts';
export type { Measurement } from './qasm/finals.ts';
export { type QasmOptions, qasm } from './qasm/qasm.ts';
export { QasmError } from './qasm/qasm-error.ts';
export { type QasmProgram, type ReadQasmOptions, readQasm } from './qasm/read-qasm.ts';
export { registerProbabilities } from './qasm/register-probabilities.ts';
