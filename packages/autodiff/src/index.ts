export { adjoint } from './adjoint.ts';
export { finiteDifference } from './finite-difference.ts';
export { type GradientOptions, gradient } from './gradient.ts';
export type { GradientMethod } from './method.ts';
export { METHODS, methodNamed } from './methods.ts';
export { parameterShift } from './parameter-shift.ts';
export { type ShiftRule, shiftRule } from './shift-rule.ts';
