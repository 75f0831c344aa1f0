/** How a mark of the table of gates is drawn. */
interface Mark {
  /** Its width in pixels. */
  readonly size: number;
  readonly drawn: (x: number, y: number) => string;
  /** The command of quantikz, and that with a line to `down` rows below. */
  readonly latex: string;
  readonly joined?: (down: number) => string;
}

/** Marks that have a form of their own; any other is a text in a box. */
export const MARKS: ReadonlyMap<string | undefined, Mark> = new Map(
  Object.entries<Mark>({
    '⊕': {
      size: 20,
      drawn: (x, y) =>
        `<path d="M${x} ${y - 10}v20M${x - 10} ${y}h20" stroke="currentColor"/><circle cx="${x}" cy="${y}" r="10" fill="none" stroke="currentColor"/>`,
      latex: '\\targ{}',
    },
    '●': {
      size: 20,
      drawn: (x, y) => `<circle cx="${x}" cy="${y}" r="4.5"/>`,
      latex: '\\control{}',
    },
    '×': {
      size: 20,
      drawn: (x, y) => `<path d="M${x - 6} ${y - 6}l12 12m0 -12l-12 12" stroke="currentColor"/>`,
      latex: '\\targX{}',
      joined: (down) => `\\swap{${down}}`,
    },
  }),
);
