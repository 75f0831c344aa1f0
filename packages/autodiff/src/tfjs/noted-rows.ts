/** Rows of features, one array a call, by what was differentiated in its weights there. */
export type NotedRows = ReadonlyMap<object, readonly Float32Array[]>;

let noted: Map<object, Float32Array[]> | undefined;

/** What a function gives, with the rows at which layers are differentiated while it runs. */
export function withRows<Result>(run: () => Result): { readonly result: Result; readonly rows: NotedRows } {
  const [outer, rows] = [noted, new Map<object, Float32Array[]>()];
  noted = rows;
  try {
    return { result: run(), rows };
  } finally {
    noted = outer;
  }
}

/** Tells of rows at which something is differentiated; a copy of them is kept where `withRows` waits for it. */
export function noteRows(of: object, rows: Float32Array): void {
  if (!noted) return;
  const known = noted.get(of) ?? [];
  // On the CPU backend of tfjs they may be the caller's own array, who may fill it anew before the step.
  known.push(rows.slice());
  noted.set(of, known);
}
