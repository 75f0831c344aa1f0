import type { Expectation } from '@hqnn/circuits';

/** Throws unless the function gives expectation values, which alone are linear in the state. */
export function demandMeans(who: string, f: Expectation<unknown>): void {
  if (f.outputs.some(({ less }) => less))
    throw new Error(
      `${who} is of an expectation value, but was given a variance or a covariance. That of ⟨O²⟩ − ⟨O⟩² is ∇⟨O²⟩ − 2⟨O⟩∇⟨O⟩: ` +
        'take the gradients of expectation(circuit, product(O, O)) and of expectation(circuit, O).',
    );
}

/** Throws unless the function gives one expectation value; `remedy` is what is there for several. */
export function demandMean(who: string, f: Expectation<number>, remedy = ''): void {
  demandMeans(who, f);
  const measured = f.program.observables.length;
  if (measured !== 1)
    throw new Error(
      `${who} is of one expectation value, but the function has ${measured}. Give expectation(circuit, …) one observable, such as a sum${remedy}.`,
    );
}
