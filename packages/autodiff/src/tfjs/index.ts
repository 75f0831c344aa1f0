export { expectationOp, type OpOptions } from './expectation-op.ts';
export { isQuantum, type QuantumLayer, type QuantumOptions, quantum, registerQuantum } from './quantum.ts';
