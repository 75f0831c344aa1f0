import { vector } from '../angle.ts';
import { wrong } from './cursor.ts';
import type { Token } from './tokens.ts';
import { symbol, type Value } from './value.ts';

/** The feature or the weight that an input called so stands for: x, x_3, theta_0, θ. */
export function inputNamed(name: string, at: Token): Value {
  const [, stem, digits] = /^(.*?)(?:_(0|[1-9]\d{0,5}))?$/.exec(bare(name)) ?? [];
  return entry(stem, Number(digits ?? 0), name, at);
}

/** Entry `index` of the vector of that name. */
export const inputAt = (name: string, index: number, at: Token): Value => entry(bare(name), index, name, at);

function entry(stem: string, index: number, name: string, at: Token): Value {
  const ascii = [...stem].map((letter) => LETTERS.get(letter) ?? letter).join('');
  try {
    if (ascii === 'x') return symbol({ scale: 1, feature: index, offset: 0 });
    // Refuses a name that no weights can have.
    vector(ascii, 0);
    return symbol({ scale: 1, weight: { name: ascii, index }, offset: 0 });
  } catch (error) {
    throw wrong(at, `The input ${name} cannot be a weight: rename it. ${(error as Error).message}`);
  }
}

/** Without the _ that Qiskit puts before a name that is none, of which it makes every sign _: θ[0] is _θ_0_. */
function bare(name: string): string {
  if (!name.startsWith('_')) return name;
  let [first, last] = [0, name.length];
  while (name[first] === '_') first++;
  while (last > first && name[last - 1] === '_') last--;
  return name.slice(first, last);
}

/** Names of weights are ASCII. The second form of a letter, if it has one, is called as in LaTeX. */
const LETTERS: ReadonlyMap<string, string> = new Map([
  ...pairs('αβγδεζηθικλμνξοπρστυφχψω', (letter) => letter),
  ...pairs('ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩ', (letter) => letter[0].toUpperCase() + letter.slice(1)),
  ...Object.entries({ ϵ: 'varepsilon', ϑ: 'vartheta', ϰ: 'varkappa', ϖ: 'varpi', ϱ: 'varrho', ς: 'varsigma' }),
  ...Object.entries({ ϕ: 'varphi', µ: 'mu' }),
]);

function pairs(letters: string, named: (letter: string) => string): readonly (readonly [string, string])[] {
  const names =
    'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma tau upsilon phi chi psi omega'.split(
      ' ',
    );
  return [...letters].map((letter, k) => [letter, named(names[k])]);
}
