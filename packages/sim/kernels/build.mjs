// Compiles the kernels to WebAssembly and writes src/wasm/kernels.ts: the module as base64, so that Node and every bundler
// load it without configuration, and the fields of the records that both sides read. Does nothing when nothing changed.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const output = join(here, '..', 'src', 'wasm', 'kernels.ts');
const sources = readdirSync(here)
  .filter((name) => /\.(ts|mjs)$/.test(name))
  .sort()
  .map((name) => [name, readFileSync(join(here, name), 'utf8')]);

const { version } = createRequire(import.meta.url)('assemblyscript/package.json');
const digest = createHash('sha256').update(JSON.stringify([version, sources]));
const stamp = `// ${digest.digest('hex')}`;
if (!existsSync(output) || !readFileSync(output, 'utf8').startsWith(stamp)) await build();

async function build() {
  const binary = await compiled();
  const text = `${stamp}
// Written by kernels/build.mjs from the sources beside it.

/** The fields of the records in the kernels' memory, 32 bits each, in order. */
export const RECORDS = ${JSON.stringify(records(), null, 2)} as const;

/** The compiled kernels. */
export const KERNELS =
  '${Buffer.from(binary).toString('base64')}';
`;
  // Whole or not at all: another process may be building too.
  const whole = `${output}.${process.pid}`;
  writeFileSync(whole, text);
  renameSync(whole, output);
}

async function compiled() {
  // Loaded only when needed: it is large.
  const asc = await import('assemblyscript/asc');
  let binary;
  const flags = ['-O3', '--noAssert', '--enable', 'simd', '--runtime', 'stub', '--importMemory', '--noExportMemory'];
  // The limits are there so that they can be made those of a shared memory when the module is loaded.
  const memory = ['--initialMemory', '1', '--maximumMemory', '65536'];
  // 112: no vector crosses to JavaScript. 201: addresses have 32 bits here.
  const quiet = ['--disableWarning', '112', '--disableWarning', '201'];
  const { error, stderr } = await asc.main(['index.ts', ...flags, ...memory, ...quiet, '--outFile', 'kernels.wasm'], {
    readFile: (name, folder) => {
      const path = join(folder === '.' ? here : join(here, folder), name);
      return existsSync(path) ? readFileSync(path, 'utf8') : null;
    },
    writeFile: (_, contents) => {
      binary = contents;
    },
    listFiles: () => [],
  });
  if (error) throw new Error(`The kernels do not compile: ${error.message}\n${stderr.toString()}`);
  return binary;
}

/** From every `@unmanaged class`, the names of its fields. */
function records() {
  const classes = sources.flatMap(([, text]) => [...text.matchAll(/@unmanaged\nexport class (\w+) \{\n(.*?)\n\}/gs)]);
  return Object.fromEntries(
    classes.map(([, name, body]) => [name, [...body.matchAll(/^ {2}(\w+): \w+;$/gm)].map(([, field]) => field)]),
  );
}
