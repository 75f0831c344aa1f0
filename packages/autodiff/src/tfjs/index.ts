export { expectationOp, type OpOptions } from './expectation-op.ts';
export { type NaturalOptimizerOptions, naturalOptimizer } from './natural-optimizer.ts';
export { isQuantum, type QuantumLayer, type QuantumOptions, quantum } from './quantum.ts';
export { registerQuantum } from './register-quantum.ts';
