/** An error unless these are two or more different digits. */
export function checkDigits(digits: readonly number[]): void {
  const strange = digits.find((digit) => !Number.isInteger(digit) || digit < 0 || digit > 9);
  if (strange !== undefined) throw new Error(`Digits are whole numbers from 0 to 9, but ${strange} was asked for.`);
  const twice = digits.find((digit, k) => digits.indexOf(digit) !== k);
  if (twice !== undefined) throw new Error(`Digit ${twice} was asked for twice. Each digit is a class of its own.`);
  if (digits.length < 2)
    throw new Error(`To tell digits apart takes at least two, as in [3, 6], but ${digits.length} was asked for.`);
}
