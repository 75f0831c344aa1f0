import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../dist/main.js', import.meta.url));

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the built command line, as a user would, in the given folder. */
export function hqnn(
  folder: string,
  args: readonly string[],
  meanwhile: (stderr: string, interrupt: () => void) => void = () => {},
) {
  if (!existsSync(main)) throw new Error(`${main} is not built. Run pnpm --filter "@hqnn/cli..." build first.`);
  return new Promise<Ended>((resolve, reject) => {
    const child = spawn(process.execPath, [main, ...args], { cwd: folder, env: { ...process.env, NO_COLOR: '1' } });
    const said = { stdout: '', stderr: '' };
    child.stdout.on('data', (chunk) => {
      said.stdout += chunk;
    });
    child.stderr.on('data', (chunk) => {
      said.stderr += chunk;
      meanwhile(said.stderr, () => child.kill('SIGINT'));
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, ...said }));
  });
}
