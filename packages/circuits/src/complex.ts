/** A matrix entry: a real number, or a real and an imaginary part. */
export type Entry = number | readonly [re: number, im: number];

/** A number with its real and its imaginary part. */
export type Complex = readonly [re: number, im: number];

export const complex = (entry: Entry): Complex => (typeof entry === 'number' ? [entry, 0] : entry);

/** ab */
export const product = ([ar, ai]: Complex, [br, bi]: Complex): Complex => [ar * br - ai * bi, ar * bi + ai * br];

/** a + b */
export const total = ([ar, ai]: Complex, [br, bi]: Complex): Complex => [ar + br, ai + bi];

/** ā */
export const conjugate = ([re, im]: Complex): Complex => [re, -im];

/** iᵏa */
export const turned = (k: number, [re, im]: Complex): Complex =>
  (
    [
      [re, im],
      [-im, re],
      [-re, -im],
      [im, -re],
    ] as const
  )[k & 3];
