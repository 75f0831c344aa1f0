/** How far what a user gives may be from a rule that it must keep, such as being unitary: numbers of ten digits pass. */
export const GIVEN = 1e-9;

/** How far what was computed in double precision may be from what it stands for. */
export const ROUNDING = 1e-12;
