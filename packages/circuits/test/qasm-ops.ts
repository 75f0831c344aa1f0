import { QasmError, readQasm, written } from '../src/index.ts';

export const TWO = 'OPENQASM 2.0;\ninclude "qelib1.inc";\n';
export const THREE = 'OPENQASM 3.0;\ninclude "stdgates.inc";\n';

/** The ops of a text, as text: crx(θ₀) 0,2 */
export const opsOf = (text: string) =>
  readQasm(text).circuit.ops.map((op) => {
    const angle = 'angle' in op ? `(${written(op.angle)})` : '';
    return `${'c'.repeat(op.controls.length)}${op.gate.name}${angle} ${[...op.controls, ...op.targets]}`;
  });

/** Why a text is refused, without its place; undefined if it is read. */
export function refusal(text: string): string | undefined {
  try {
    readQasm(text);
    return undefined;
  } catch (error) {
    if (!(error instanceof QasmError)) throw error;
    return error.message.replace(/^\w+:\d+:\d+: /, '');
  }
}
