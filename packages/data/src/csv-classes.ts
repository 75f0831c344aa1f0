import { checkClasses, MOST_CLASSES } from './check-classes.ts';

type Class = number | string;

/** The labels of rows as they come. */
export interface CsvClasses {
  /** Whether a row of this label is to be kept; an error, beginning with `where`, if that cannot be a label. */
  readonly add: (label: string, where: () => string) => boolean;
  /** What the kept rows are labelled: the place of each one's class in the list. */
  readonly labelled: (column: string) => { readonly labels: Uint8Array; readonly classes: readonly Class[] };
}

export function csvClasses(wanted?: readonly Class[]): CsvClasses {
  if (wanted) checkClasses(wanted);
  /** Each label as it is written, with the place of its class among the wanted, or else its own. */
  const places = new Map<string, number>();
  let kept = new Uint8Array(1024);
  let count = 0;

  function add(field: string, where: () => string): boolean {
    const label = field.trim();
    const place = places.get(label) ?? placeOfNew(label, where);
    if (place < 0) return false;
    if (count === kept.length) {
      const longer = new Uint8Array(2 * count);
      longer.set(kept);
      kept = longer;
    }
    kept[count++] = place;
    return true;
  }

  function placeOfNew(label: string, where: () => string): number {
    checkLabel(label, where);
    if (places.size === MOST_CLASSES)
      throw new Error(
        `${where()} is ${label}, but there are ${MOST_CLASSES} other labels before it, the most that can be told apart.`,
      );
    const place = wanted ? wanted.findIndex((wish) => isOf(wish, label)) : places.size;
    places.set(label, place);
    return place;
  }

  function labelled(column: string) {
    const written = [...places.keys()];
    const classes = wanted ?? inOrder(written);
    const missing = classes.find((wish) => !written.some((label) => isOf(wish, label)));
    if (missing !== undefined) throw new Error(`Class ${missing} does not occur among the labels in ${column}.`);
    if (classes.length < 2)
      throw new Error(
        `There are two classes or more to tell apart, but the labels in ${column} are ` +
          `${classes.length === 0 ? 'none' : `all ${classes[0]}`}. If they are in another column, say in which.`,
      );
    const final = wanted ? [] : written.map((label) => classes.findIndex((wish) => isOf(wish, label)));
    const labels = kept.slice(0, count);
    return { classes, labels: wanted ? labels : labels.map((place) => final[place]) };
  }

  return { add, labelled };
}

const isOf = (wish: Class, label: string): boolean =>
  typeof wish === 'number' ? wish === Number(label) : wish === label;

/** Whole numbers by their size, 3 and 3.0 being one; else the words, by their characters' numbers in Unicode. */
function inOrder(written: readonly string[]): readonly Class[] {
  const numbers = written.map(Number);
  return numbers.every(Number.isInteger) ? [...new Set(numbers)].sort((a, b) => a - b) : [...written].sort();
}

function checkLabel(label: string, where: () => string): void {
  const number = Number(label);
  const isWord = Number.isNaN(number) && !/^nan$/i.test(label);
  if (label === '' || !(isWord || Number.isInteger(number)))
    throw new Error(`${where()} is ${label || 'empty'}, but a label is a whole number or a word.`);
}
