import type { Token } from './tokens.ts';
import type { Value } from './value.ts';

/** What can be computed. `at` is the word that an error points to. */
export type Expression =
  | { readonly kind: 'value'; readonly value: Value; readonly at: Token }
  | { readonly kind: 'name'; readonly name: string; readonly at: Token }
  | { readonly kind: 'element'; readonly name: string; readonly index: Expression; readonly at: Token }
  | { readonly kind: 'negative'; readonly operand: Expression; readonly at: Token }
  | { readonly kind: 'chain'; readonly first: Expression; readonly rest: readonly Link[]; readonly at: Token }
  | { readonly kind: 'call'; readonly name: string; readonly given: readonly Expression[]; readonly at: Token };

/** One operation of a chain such as a − b + c, worked out from the left; at is its operator. */
export interface Link {
  readonly operand: Expression;
  readonly at: Token;
}

/** first:step:last, both ends included; a negative number counts from the end. */
interface Range {
  readonly first?: Expression;
  readonly step?: Expression;
  readonly last?: Expression;
}

/** Places in a register: a single one, some one by one, or a range. */
export type Selection = { readonly index: Expression } | { readonly list: readonly Expression[] } | Range;

/** The type of a number: int, uint, float or angle, and how many bits it has. */
export interface NumberType {
  readonly type: string;
  readonly width?: Expression;
}

/** Qubits or bits of a register. */
export interface Operand {
  readonly name: string;
  readonly selections: readonly Selection[];
  readonly at: Token;
}

/** inv, pow(k), ctrl(n) or negctrl(n), before a gate. */
export interface Modifier {
  readonly name: 'inv' | 'pow' | 'ctrl' | 'negctrl';
  readonly argument?: Expression;
  readonly at: Token;
}

/** One statement, as written. */
export type Statement = { readonly at: Token } & (
  | { readonly kind: 'include'; readonly file: string }
  | {
      readonly kind: 'gate';
      readonly name: string;
      readonly angles: readonly string[];
      readonly qubits: readonly string[];
      readonly body: readonly Statement[];
    }
  | { readonly kind: 'opaque'; readonly name: string }
  | { readonly kind: 'qubits'; readonly name: string; readonly size?: Expression }
  | { readonly kind: 'bits'; readonly name: string; readonly size?: Expression; readonly zeros?: Token }
  | { readonly kind: 'constant'; readonly name: string; readonly type: NumberType; readonly value: Expression }
  | {
      readonly kind: 'list';
      readonly name: string;
      readonly type: NumberType;
      readonly size: Expression;
      readonly values: readonly Expression[];
    }
  | { readonly kind: 'input'; readonly name: string; readonly size?: Expression }
  | { readonly kind: 'alias'; readonly name: string; readonly operands: readonly Operand[] }
  | {
      readonly kind: 'apply';
      readonly name: string;
      readonly modifiers: readonly Modifier[];
      readonly angles: readonly Expression[];
      readonly operands: readonly Operand[];
    }
  | { readonly kind: 'measure'; readonly qubits: Operand; readonly bits?: Operand }
  | { readonly kind: 'barrier'; readonly operands: readonly Operand[] }
  | { readonly kind: 'reset'; readonly operand: Operand }
  | {
      readonly kind: 'for';
      readonly name: string;
      readonly over: Selection;
      readonly body: readonly Statement[];
    }
);

/** The statements of one kind. */
export type StatementOf<Kind extends Statement['kind']> = Extract<Statement, { readonly kind: Kind }>;
