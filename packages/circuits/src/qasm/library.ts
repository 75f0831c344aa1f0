import { cursor, wrong } from './cursor.ts';
import { defined, type GateFunction } from './gate-function.ts';
import { scope } from './names.ts';
import { QasmError } from './qasm-error.ts';
import { statements } from './statements.ts';
import type { StatementOf } from './syntax.ts';
import { BUILT_IN } from './table-gate.ts';
import { tokens } from './tokens.ts';

/** The files that bring all gates of the library, and those of the table. */
export const LIBRARY_FILES: readonly string[] = ['stdgates.inc', 'qelib1.inc'];

let known: readonly GateFunction[] | undefined;

/** The gates of the library, read once, when first asked for. */
export function libraryGates(): readonly GateFunction[] {
  if (known) return known;
  const here = scope(BUILT_IN);
  here.library([]);
  const around = { version: 3 as const, value: here.value, element: here.element, gate: here.gate, spend: () => {} };
  known = statements(cursor(tokens(LIBRARY, 'library'), 3)).map((statement) => {
    const gate = blaming(defined(statement as StatementOf<'gate'>, around));
    here.declare(gate.name, { kind: 'gate', gate }, statement.at);
    return gate;
  });
  return known;
}

/** The gate, whose errors stand where it is applied, not in the library. */
const blaming = (gate: GateFunction): GateFunction => ({
  ...gate,
  apply: (angles, qubits, at) => {
    try {
      return gate.apply(angles, qubits, at);
    } catch (error) {
      if (!(error instanceof QasmError)) throw error;
      throw wrong(at, `${gate.name} cannot take these angles. ${error.message.replace(/^library:\d+:\d+: /, '')}`);
    }
  },
});

/**
 * The gates of stdgates.inc (OpenQASM 3) and qelib1.inc (OpenQASM 2, as Qiskit ships it) that are no row of the table,
 * in terms of those that are, and what Amazon Braket calls its own. u2 and u3 have the global phase of stdgates.inc, which a control makes visible.
 */
const LIBRARY = `
gate id q {}
gate u0(γ) q {}
gate phase(λ) q { p(λ) q; }
gate u1(λ) q { p(λ) q; }
gate cphase(λ) c, t { cp(λ) c, t; }
gate cu1(λ) c, t { cp(λ) c, t; }
gate u(θ, φ, λ) q { gphase(-θ/2); U(θ, φ, λ) q; }
gate u2(φ, λ) q { gphase(-(φ + λ + π/2)/2); U(π/2, φ, λ) q; }
gate u3(θ, φ, λ) q { gphase(-(φ + λ + θ)/2); U(θ, φ, λ) q; }
gate cu(θ, φ, λ, γ) c, t { p(γ) c; ctrl @ u(θ, φ, λ) c, t; }
gate cu3(θ, φ, λ) c, t { ctrl @ u(θ, φ, λ) c, t; }
gate r(θ, φ) q { u(θ, φ - π/2, π/2 - φ) q; }
gate rzx(θ) a, b { h b; rzz(θ) a, b; h b; }
gate dcx a, b { cx a, b; cx b, a; }
gate c3x a, b, c, t { ctrl(3) @ x a, b, c, t; }
gate c4x a, b, c, d, t { ctrl(4) @ x a, b, c, d, t; }
gate c3sqrtx a, b, c, t { ctrl(3) @ sx a, b, c, t; }
gate i q {}
gate v q { sx q; }
gate vi q { sxdg q; }
gate si q { sdg q; }
gate ti q { tdg q; }
gate phaseshift(λ) q { p(λ) q; }
gate cphaseshift(λ) c, t { cp(λ) c, t; }
gate cnot c, t { cx c, t; }
gate ccnot a, b, t { ccx a, b, t; }
gate xx(θ) a, b { rxx(θ) a, b; }
gate yy(θ) a, b { ryy(θ) a, b; }
gate zz(θ) a, b { rzz(θ) a, b; }
gate rccx a, b, t { h t; t t; cx b, t; tdg t; cx a, t; t t; cx b, t; tdg t; h t; }
gate rc3x a, b, c, t {
  h t; t t; cx c, t; tdg t; h t; cx a, t; t t; cx b, t; tdg t;
  cx a, t; t t; cx b, t; tdg t; h t; t t; cx c, t; tdg t; h t;
}
`;
