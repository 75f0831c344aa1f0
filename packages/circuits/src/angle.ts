import { shown } from './shown.ts';

/** One weight: a number that is trained, at a place in a named vector. */
export interface Weight {
  readonly name: string;
  readonly index: number;
}

/** scale · x[feature] · weight + offset, a factor that is not named being 1: linear in each, so shift rules stay exact. */
export interface Linear {
  readonly scale: number;
  /** A place in the row of features x, which differs from sample to sample. */
  readonly feature?: number;
  readonly weight?: Weight;
  readonly offset: number;
}

/** An angle in radians: fixed, or linear in a feature, a weight, or their product. */
export type Angle = number | Linear;

/** The features x[0], …, x[length − 1] of a sample. */
export function features(length: number): readonly Linear[] {
  checkLength('features', length);
  return Array.from({ length }, (_, feature) => ({ scale: 1, feature, offset: 0 }));
}

/** The weights name[0], …, name[length − 1]. The same name is the same weights, wherever it is used. */
export function vector(name: string, length: number): readonly Linear[] {
  if (!(typeof name === 'string' && /^[A-Za-z][A-Za-z0-9_]*$/.test(name)))
    throw new Error(
      `Weights were called "${name}". A name is of letters, digits and _, and begins with a letter: theta is drawn θ.`,
    );
  if (name === 'x')
    throw new Error('The name x belongs to the features: write features(n), or give the weights another name.');
  checkLength(name, length);
  return Array.from({ length }, (_, index) => ({ scale: 1, weight: { name, index }, offset: 0 }));
}

/** The product of two angles: of a number and any angle, or of a weight and a feature. */
export function times(one: Angle, other: Angle): Angle {
  checkGiven('times', one);
  checkGiven('times', other);
  if (typeof one === 'number') return scaled(one, other);
  if (typeof other === 'number') return scaled(other, one);
  const twice = (one.weight && other.weight) || (one.feature !== undefined && other.feature !== undefined);
  if (twice || one.offset !== 0 || other.offset !== 0)
    throw new Error(
      `The product of ${written(one)} and ${written(other)} is not an angle. An angle is linear in one feature, one weight, or ` +
        'their product; compute anything else as a feature, before the circuit.',
    );
  return { ...one, ...other, scale: one.scale * other.scale };
}

/** The angle moved by a fixed offset, in radians. */
export function plus(angle: Angle, offset: number): Angle {
  checkGiven('plus', angle);
  if (!Number.isFinite(offset))
    throw new Error(
      `plus was given the offset ${shown(offset)}. An offset is a finite number; two angles that vary are two ops.`,
    );
  return typeof angle === 'number' ? angle + offset : { ...angle, offset: angle.offset + offset };
}

/** The same for angles that differ by numbers alone: their feature and their weight. */
export const factorsOf = ({ feature, weight }: Pick<Linear, 'feature' | 'weight'>) =>
  `${weight?.name}[${weight?.index}]·${feature}`;

/** The sum of two angles if it is an angle: of numbers, or with at most one product of feature and weight. */
export function sumOf(one: Angle, other: Angle): Angle | undefined {
  if (typeof one === 'number') return plus(other, one);
  if (typeof other === 'number') return plus(one, other);
  if (factorsOf(one) !== factorsOf(other)) return undefined;
  const [scale, offset] = [one.scale + other.scale, one.offset + other.offset];
  return scale === 0 ? offset : { ...one, scale, offset };
}

/** The angle as a formula, numbers to three digits: 2·s₃·x₁+0.5. */
export function written(angle: Angle): string {
  if (typeof angle === 'number') return rounded(angle);
  const { scale, feature, weight, offset } = angle;
  const factors = [
    ...(scale === 1 ? [] : [scale === -1 ? '−' : rounded(scale)]),
    ...(weight
      ? [(Object.hasOwn(WRITTEN, weight.name) ? WRITTEN[weight.name] : weight.name) + subscript(weight.index)]
      : []),
    ...(feature === undefined ? [] : [`x${subscript(feature)}`]),
  ];
  const product = factors.join('·').replace('−·', '−');
  return offset === 0 ? product : `${product}${offset < 0 ? '−' : '+'}${rounded(Math.abs(offset))}`;
}

/** An index past the end of a vector is undefined, and is caught where it is first used. */
export function checkGiven(who: string, angle: Angle | undefined): void {
  const isLinear = typeof angle === 'object' && angle !== null && !Array.isArray(angle);
  const numbers = isLinear ? [angle.scale, angle.offset] : [angle];
  if (!numbers.every(Number.isFinite))
    throw new Error(
      `${who} was given ${numbers.map(shown)} for an angle. An angle is a finite number, a feature, a weight, or their product; ` +
        'undefined comes from an index past the end of a vector.',
    );
}

function checkLength(name: string, length: number): void {
  if (!(Number.isInteger(length) && length >= 0))
    throw new Error(`${name} was asked for ${length} entries. It takes a whole number from 0.`);
}

function scaled(factor: number, angle: Angle): Angle {
  if (typeof angle === 'number') return factor * angle;
  const product = { ...angle, scale: factor * angle.scale, offset: factor * angle.offset };
  checkGiven('times', product);
  return product;
}

/** Greek letters by their names. */
export const GREEK: Readonly<Record<string, string>> = {
  alpha: 'α',
  beta: 'β',
  gamma: 'γ',
  theta: 'θ',
  phi: 'φ',
  lambda: 'λ',
};

/** How names of weights are written: Greek letters as letters, and scale as s. */
const WRITTEN: Readonly<Record<string, string>> = { ...GREEK, scale: 's' };

const rounded = (value: number) => `${Number(value.toPrecision(3))}`.replaceAll('-', '−');

/** A whole number as small digits below the line: ₁₂ */
export const subscript = (index: number) => [...`${index}`].map((digit) => '₀₁₂₃₄₅₆₇₈₉'[Number(digit)]).join('');
