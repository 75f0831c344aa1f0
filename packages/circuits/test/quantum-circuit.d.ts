/** What these tests use of the package, which has no types of its own. */
declare module 'quantum-circuit' {
  export default class QuantumCircuit {
    constructor(qubits: number);
    readonly state: Readonly<Record<string, { readonly re: number; readonly im: number }>>;
    importQASM(text: string, done: (errors: readonly unknown[]) => void): void;
    run(): void;
  }
}
