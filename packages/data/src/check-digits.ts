/** An error unless these are two or more different digits. */
export function checkDigits(digits: readonly number[]): void {
  checkWholeTo(9, 'Digits', digits);
  checkDifferent(digits);
}

/** The same of all classes that a byte can number: a set of letters has the classes 1 to 26. */
export function checkClassNumbers(classes: readonly number[]): void {
  checkWholeTo(255, 'Classes', classes);
  checkDifferent(classes);
}

/** `Digit 3`, but `Class 14`. */
export const classNamed = (number: number): string => `${nounOf(number)} ${number}`;

const nounOf = (number: number): string => (number >= 0 && number <= 9 ? 'Digit' : 'Class');

function checkWholeTo(last: number, what: string, numbers: readonly number[]): void {
  const strange = numbers.find((number) => !Number.isInteger(number) || number < 0 || number > last);
  if (strange !== undefined)
    throw new Error(`${what} are whole numbers from 0 to ${last}, but ${strange} was asked for.`);
}

function checkDifferent(numbers: readonly number[]): void {
  const twice = numbers.find((number, k) => numbers.indexOf(number) !== k);
  if (twice !== undefined)
    throw new Error(
      `${classNamed(twice)} was asked for twice. Each ${nounOf(twice).toLowerCase()} is a class of its own.`,
    );
  if (numbers.length < 2)
    throw new Error(`To tell digits apart takes at least two, as in [3, 6], but ${numbers.length} was asked for.`);
}
