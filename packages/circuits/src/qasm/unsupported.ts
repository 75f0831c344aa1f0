import { wrong } from './cursor.ts';
import type { Token } from './tokens.ts';

const CONTROL =
  'Control flow by measured bits is not supported: a circuit here is unitary, with measurements at its end';
const ROUTINE = 'Subroutines are not supported: write them as gates';
const TIMING = 'Timing is not supported';
const PULSE = 'Calibration is not supported';
const VARIABLE = 'Variables are not supported: declare constants with const, and what is given later with input';

/** The words of OpenQASM 3 that say what a circuit here is not, and why. */
const UNSUPPORTED: Readonly<Record<string, string>> = {
  if: CONTROL,
  else: CONTROL,
  while: CONTROL,
  switch: CONTROL,
  break: CONTROL,
  continue: CONTROL,
  end: 'To end before the text does is not supported: leave out what follows',
  def: ROUTINE,
  return: ROUTINE,
  extern: ROUTINE,
  delay: TIMING,
  box: TIMING,
  duration: TIMING,
  stretch: TIMING,
  durationof: TIMING,
  nop: TIMING,
  cal: PULSE,
  defcal: PULSE,
  defcalgrammar: PULSE,
  complex: VARIABLE,
  mutable: VARIABLE,
  readonly: VARIABLE,
};

/** Throws if the statement that begins here is one of those; to OpenQASM 2, all but if are names. */
export function refuse(at: Token, version: 2 | 3): void {
  if (at.kind === 'name' && Object.hasOwn(UNSUPPORTED, at.text) && (version === 3 || at.text === 'if'))
    throw wrong(at, `${UNSUPPORTED[at.text]}. Found "${at.text}".`);
}
