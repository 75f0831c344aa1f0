/** The names of a table's rows. */
export const namesIn = <Table extends object>(table: Table) => Object.keys(table) as (keyof Table & string)[];
