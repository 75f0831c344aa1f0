// Starting other programs: quietly for a step whose output matters only if it fails, in the foreground for a task.
import { spawn } from 'node:child_process';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the repository. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

// Standard output belongs to the task; what the set-up has to say goes to standard error.
export const say = (line) => process.stderr.write(`hqnn: ${line}\n`);

// npm and pnpm are command files on Windows, which only a shell starts.
const startable = (command) => process.platform === 'win32' && !/[\\/]/.test(command);

/** What a command prints and how it ends, whatever that is. */
export function output(command, args, { env = process.env, cwd = root, input } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env, shell: startable(command), stdio: ['pipe', 'pipe', 'pipe'] });
    let stdout = '';
    let all = '';
    child.stdout.setEncoding('utf8').on('data', (text) => {
      stdout += text;
      all += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text) => {
      all += text;
    });
    child.stdin.on('error', () => {});
    child.stdin.end(input);
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ stdout, all, code: code ?? 1, signal }));
  });
}

/** Runs a step behind one line, and throws with all it printed when it fails. */
export async function quietly(step, command, args, env) {
  const ticking = clock(step);
  const colour = process.stderr.isTTY ? {} : { NO_COLOR: '1', FORCE_COLOR: '0' };
  const { stdout, all, code } = await output(command, args, { env: { ...env, ...colour } }).finally(ticking.stop);
  if (code !== 0) throw new Error(`${step} failed. This is what was printed:\n\n${all.trim()}\n`);
  return stdout;
}

/** The step's line; on a terminal, with the seconds that it has taken so far. */
function clock(step) {
  if (!process.stderr.isTTY) {
    say(`${step} …`);
    return { stop: () => {} };
  }
  const start = Date.now();
  const draw = () => process.stderr.write(`\rhqnn: ${step} … ${Math.round((Date.now() - start) / 1000)} s`);
  draw();
  const timer = setInterval(draw, 1000);
  return {
    stop: () => {
      clearInterval(timer);
      draw();
      process.stderr.write('\n');
    },
  };
}

/** Gives the terminal to a command and answers with its exit code; an interrupt is the command's to handle. */
export function forward(command, args, env) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, env, stdio: 'inherit' });
    process.on('SIGINT', () => {});
    process.on('SIGTERM', () => child.kill('SIGTERM'));
    child.on('error', reject);
    child.on('close', (code, signal) => resolve(code ?? (signal === 'SIGINT' ? 130 : 1)));
  });
}
