/** Rows of features, one array a call, by what was differentiated in its weights there. */
export type NotedRows = ReadonlyMap<object, readonly Float32Array[]>;

let noted: Map<object, readonly Float32Array[]> | undefined;

/** What a function gives, with the rows at which layers are differentiated while it runs. */
export function withRows<Result>(run: () => Result): { readonly result: Result; readonly rows: NotedRows } {
  const [outer, rows] = [noted, new Map<object, readonly Float32Array[]>()];
  noted = rows;
  try {
    return { result: run(), rows };
  } finally {
    noted = outer;
  }
}

/** Tells of rows at which something is differentiated; they are kept only where `withRows` waits for them. */
export function noteRows(of: object, rows: Float32Array): void {
  noted?.set(of, [...(noted.get(of) ?? []), rows]);
}
