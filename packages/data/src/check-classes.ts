/** Classes that fit a byte. */
export const MOST_CLASSES = 256;

/** An error unless these are two or more different whole numbers or words. */
export function checkClasses(classes: readonly (number | string)[]): void {
  const strange = classes.find((name) => (typeof name === 'number' ? !Number.isInteger(name) : name.trim() === ''));
  if (strange !== undefined) throw new Error(`A class is a whole number or a word, but "${strange}" was asked for.`);
  const twice = classes.find((name, k) => classes.indexOf(name) !== k);
  if (twice !== undefined) throw new Error(`Class ${twice} was asked for twice. Classes must all differ.`);
  if (classes.length < 2 || classes.length > MOST_CLASSES)
    throw new Error(`There must be 2 to ${MOST_CLASSES} classes to tell apart, but there are ${classes.length}.`);
}
