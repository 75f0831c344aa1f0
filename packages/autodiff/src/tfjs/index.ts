export { expectationOp, type OpOptions } from './expectation-op.ts';
export { type QuantumOptions, quantum, registerQuantum } from './quantum.ts';
