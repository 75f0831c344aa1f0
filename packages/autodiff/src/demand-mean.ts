import type { Expectation, Measured } from '@hqnn/circuits';

/** What there is for a variance where slopes are wanted. */
const SLOPES =
  'That of ⟨O²⟩ − ⟨O⟩² is ∇⟨O²⟩ − 2⟨O⟩∇⟨O⟩: take the gradients of expectation(circuit, product(O, O)) and of expectation(circuit, O).';

/** Throws unless the function gives expectation values, which alone are linear in the state; `remedy` is what is there for others. */
export function demandMeans(who: string, f: Expectation<unknown>, remedy = SLOPES): void {
  demandMeasured(who, f);
  if (f.outputs.some(({ less }) => less))
    throw new Error(`${who} is of an expectation value, but was given a variance or a covariance. ${remedy}`);
}

/** Throws unless the function was made of a circuit and what is measured on it. */
export function demandMeasured(who: string, f: Measured<unknown>): void {
  if (typeof f === 'function' && 'program' in f && 'outputs' in f) return;
  throw new Error(`${who} takes what expectation(circuit, observable) gives, but was given ${kindOf(f)}.`);
}

const kindOf = (given: unknown) =>
  typeof given === 'function' ? 'another function' : given instanceof Object ? 'an object' : `${given}`;

/** Throws unless the function gives one expectation value; `remedy` is what is there for several. */
export function demandMean(who: string, f: Expectation<number>, remedy = ''): void {
  demandMeans(who, f);
  const measured = f.program.observables.length;
  if (measured !== 1)
    throw new Error(
      `${who} is of one expectation value, but the function has ${measured}. Give expectation(circuit, …) one observable, such as a sum${remedy}.`,
    );
}
