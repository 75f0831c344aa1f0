import { type Angle, factorsOf, type Linear, times } from '../angle.ts';

/** A number, or a sum of angles: Σ terms + constant, each term with no offset of its own. */
export interface Value {
  readonly constant: number;
  readonly terms: readonly Linear[];
  /** Whether it is a whole number, which OpenQASM 3 divides as one. */
  readonly whole: boolean;
}

/** As many terms as one angle may have. */
const MOST_TERMS = 1000;

export const number = (constant: number, whole = false): Value => ({ constant, terms: [], whole });

/** A weight or a feature. */
export const symbol = (term: Linear): Value => ({ constant: 0, terms: [term], whole: false });

export const isNumber = ({ terms }: Value) => terms.length === 0;

/** Whether all of its numbers are finite. */
export const allFinite = ({ constant, terms }: Value) =>
  Number.isFinite(constant) && terms.every(({ scale }) => Number.isFinite(scale));

export const negative = (value: Value): Value => scaled(-1, value);

/** a + b, terms of the same factors as one. */
export function added(a: Value, b: Value): Value {
  const constant = a.constant + b.constant;
  const whole = a.whole && b.whole;
  if (isNumber(b)) return { constant, terms: a.terms, whole };
  return { constant, terms: merged([...a.terms, ...b.terms]), whole };
}

/** a · b, term by term: throws where a product is linear in no feature and no weight. */
export function multiplied(a: Value, b: Value): Value {
  if (isNumber(a)) return { ...scaled(a.constant, b), whole: a.whole && b.whole };
  if (isNumber(b)) return { ...scaled(b.constant, a), whole: false };
  checkTerms(a.terms.length * b.terms.length);
  const products = a.terms.flatMap((one) => b.terms.map((other) => times(one, other) as Linear));
  const terms = [...scaled(b.constant, a).terms, ...scaled(a.constant, b).terms, ...products];
  return { constant: a.constant * b.constant, terms: merged(terms), whole: false };
}

/** The angles whose sum the value is: one rotation about one axis by each is a rotation by their sum. */
export function anglesOf({ constant, terms }: Value): readonly Angle[] {
  const [first, ...rest] = terms;
  return first ? [{ ...first, offset: constant }, ...rest] : [constant];
}

/** The same sum, each product of factors once. */
function merged(terms: readonly Linear[]): readonly Linear[] {
  const sums = new Map<string, Linear>();
  for (const term of terms) {
    const key = factorsOf(term);
    const known = sums.get(key);
    sums.set(key, known ? { ...term, scale: known.scale + term.scale } : term);
  }
  checkTerms(sums.size);
  return [...sums.values()].filter(({ scale }) => scale !== 0);
}

function checkTerms(count: number): void {
  if (count > MOST_TERMS)
    throw new Error(`An angle here is a sum of ${count} inputs and products of them. It has ${MOST_TERMS} at most.`);
}

function scaled(factor: number, { constant, terms, whole }: Value): Value {
  return {
    constant: factor * constant,
    terms: factor === 0 ? [] : terms.map((term) => ({ ...term, scale: factor * term.scale })),
    whole,
  };
}
