import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { getDebugService, loadWasmModule, QscEventTarget } from 'qsharp-lang';

/** How far an amplitude may be from the exact one: four digits are given of each. */
export const QSHARP_ROUNDING = 5e-5;

const loaded = (async () => {
  const entry = createRequire(import.meta.url).resolve('qsharp-lang');
  const { buffer } = await readFile(new URL('../lib/web/qsc_wasm_bg.wasm', `file://${entry}`));
  await loadWasmModule(buffer as ArrayBuffer);
})();

/** The state that the OpenQASM 3 of qsharp-lang computes for a text without measurements, qubit q in bit q of the index. */
export async function qsharpState(text: string, qubits: number): Promise<Float64Array> {
  await loaded;
  const service = await getDebugService();
  // It stops before a statement, so one more is put after the last.
  const source = `${text.trimEnd()}\nint finished = 0;\n`;
  const sources: [string, string][] = [['circuit.qasm', source]];
  const refused = await service.loadProgram(
    { sources, languageFeatures: [], profile: 'unrestricted', projectType: 'openqasm' },
    undefined,
  );
  if (refused) throw new Error(`${refused}\n${text}`);
  const last = (await service.getBreakpoints('circuit.qasm')).at(-1);
  if (!last) throw new Error(`There is no statement in ${text}.`);
  await service.evalContinue([last.id], new QscEventTarget(false));
  const state = new Float64Array(2 * 2 ** qubits);
  for (const { name, value } of await service.captureQuantumState()) {
    // Its first qubit is written first.
    const index = Number.parseInt([...name.replace(/[^01]/g, '')].reverse().join(''), 2);
    const [, re, im] = /^([−-]?[\d.]+)([+−-][\d.]+)𝑖$/u.exec(value) ?? [];
    state.set(
      [re, im].map((part) => Number(part.replace('−', '-'))),
      2 * index,
    );
  }
  await service.dispose();
  return state;
}
