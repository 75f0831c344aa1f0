/** Throws unless an option, handed over under its name, is what the rule says. */
export function checkOption(
  who: string,
  option: Readonly<Record<string, unknown>>,
  holds: boolean,
  rule: string,
): void {
  const [[name, value]] = Object.entries(option);
  if (!holds) throw new Error(`${who} was given the ${name} ${value}. It is ${rule}.`);
}

/** Throws where options were given besides those that are known. */
export function checkNoOthers(who: string, known: object, others: object): void {
  const [other] = Object.keys(others);
  if (other !== undefined) throw new Error(`${who} was given ${other}. It takes ${Object.keys(known).join(', ')}.`);
}

/** Throws unless the option, handed over under its name, is a whole number from the least on. */
export function checkWhole(who: string, option: Readonly<Record<string, number>>, least: number): void {
  const [value] = Object.values(option);
  checkOption(who, option, Number.isSafeInteger(value) && value >= least, `a whole number from ${least}`);
}
