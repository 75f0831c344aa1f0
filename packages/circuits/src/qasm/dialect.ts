/** How a version of OpenQASM spells a circuit. */
export interface Dialect {
  readonly version: 2 | 3;
  /** What stands above everything: version and library. */
  readonly head: readonly string[];
  /** Gates of the library, by our names: a c for each control, then the name in the table. */
  readonly names: ReadonlyMap<string, string>;
  /** Whether there are the modifiers ctrl and inv, inputs, and gphase. */
  readonly modern: boolean;
  readonly qubits: (count: number) => string;
  readonly measured: (count: number) => readonly string[];
}

const both = 'x y z h s sdg t tdg swap rx ry rz cx cy cz ch ccx cswap crx cry crz'.split(' ');

const same = (names: readonly string[]) => names.map((name) => [name, name] as const);

/** The two versions; qelib1.inc calls P u1. */
export const DIALECTS: { readonly [Version in 2 | 3]: Dialect } = {
  2: {
    version: 2,
    head: ['OPENQASM 2.0;', 'include "qelib1.inc";'],
    names: new Map([...same(both), ['p', 'u1'], ['cp', 'cu1']]),
    modern: false,
    qubits: (count) => `qreg q[${count}];`,
    measured: (count) => [`creg c[${count}];`, 'measure q -> c;'],
  },
  3: {
    version: 3,
    head: ['OPENQASM 3.0;', 'include "stdgates.inc";'],
    names: new Map(same([...both, 'sx', 'p', 'cp'])),
    modern: true,
    qubits: (count) => `qubit[${count}] q;`,
    measured: (count) => [`bit[${count}] c;`, 'c = measure q;'],
  },
};
