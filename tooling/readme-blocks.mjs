// The examples of a README: every `ts` block, run as it stands, and the output that the README promises after it.
import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { output } from './process.mjs';

const FENCE = /^```([^\n`]*)\n([\s\S]*?)^```[ \t]*$/gm;

/** The `ts` blocks of a README, each with its line and, where a block of plain text follows directly, what it prints. */
export function examples(readme) {
  const text = readFileSync(readme, 'utf8').replaceAll('\r\n', '\n');
  const blocks = [...text.matchAll(FENCE)].map((match) => ({
    language: match[1].trim(),
    body: match[2],
    start: match.index,
    end: match.index + match[0].length,
  }));
  return blocks.flatMap(({ language, body, start, end }, k) => {
    if (language !== 'ts') return [];
    const next = blocks[k + 1];
    const follows = next && ['', 'text'].includes(next.language) && text.slice(end, next.start).trim() === '';
    return [{ code: body, line: text.slice(0, start).split('\n').length, ...(follows ? { printed: next.body } : {}) }];
  });
}

const trimmed = (text) => text.trimEnd().replace(/[ \t]+$/gm, '');

/** Runs an example with a Node, as a program in a folder, where the names it imports lead to what is installed. */
export async function runExample({ code, printed }, folder, node = process.execPath) {
  const compilerOptions = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext };
  const { outputText } = ts.transpileModule(code, { compilerOptions });
  const env = { ...process.env, NO_COLOR: '1' };
  const run = await output(node, ['--input-type=module', '-'], { cwd: folder, env, input: outputText });
  if (run.code !== 0) throw new Error(`The example fails:\n\n${run.all.trim()}`);
  if (printed !== undefined && trimmed(run.stdout) !== trimmed(printed)) {
    throw new Error(`The README promises\n\n${trimmed(printed)}\n\nbut the example prints\n\n${trimmed(run.stdout)}`);
  }
}
