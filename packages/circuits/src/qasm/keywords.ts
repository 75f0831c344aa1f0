/** The words that a version keeps for its statements and types: they name no register, no gate and no number. */
export const KEYWORDS: { readonly [Version in 2 | 3]: ReadonlySet<string> } = {
  2: words('OPENQASM include qreg creg gate opaque measure barrier reset if'),
  3: words(`
    OPENQASM include pragma gate opaque def extern cal defcal defcalgrammar let input output const readonly mutable
    qreg qubit creg bit bool int uint float angle complex array void duration stretch
    gphase inv pow ctrl negctrl measure reset barrier delay durationof box nop
    if else for in while switch case default break continue return end true false im
  `),
};

function words(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/));
}
