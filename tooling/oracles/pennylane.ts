import { readFileSync } from 'node:fs';

export type Numbers = readonly (number | Numbers)[];

/** What pennylane-reference.json holds. */
interface Reference {
  readonly gates: readonly {
    readonly name: string;
    readonly params: readonly number[];
    readonly wires: number;
    readonly matrix: Numbers;
  }[];
  readonly shift_rules: readonly {
    readonly frequencies: readonly number[];
    readonly order: 1 | 2;
    readonly rule: readonly (readonly [coefficient: number, shift: number])[];
  }[];
  readonly circuits: readonly {
    readonly kind: string;
    readonly n: number;
    readonly layers: number;
    readonly entangler?: string;
    readonly encoding: string;
    readonly x: readonly number[];
    readonly w: Numbers;
    readonly state: Numbers;
    readonly observables: readonly {
      readonly obs: string;
      readonly expval: number;
      readonly grad_x?: readonly number[];
      readonly grad_w: Numbers;
    }[];
  }[];
}

export const pennylane: Reference = JSON.parse(
  readFileSync(new URL('./pennylane-reference.json', import.meta.url), 'utf8'),
);

/** Nested lists of numbers as one. */
export const numbers = (nested: Numbers): number[] =>
  nested.flatMap((one) => (typeof one === 'number' ? [one] : numbers(one)));
