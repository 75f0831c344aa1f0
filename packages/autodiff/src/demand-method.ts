import type { GradientMethod } from './method.ts';

/** Throws unless a method is one, rather than its name or what makes it. */
export function demandMethod(who: string, method: unknown): void {
  if (typeof method === 'string')
    throw new Error(`${who} was given the method ${method}, a name. Take methodNamed('${method}').`);
  const { name, executions, pullBack } = (method ?? {}) as Partial<GradientMethod>;
  if (typeof executions !== 'function' || typeof pullBack !== 'function')
    throw new Error(
      `${who} was given the method ${name ?? method}, which has no pullBack. Take one such as parameterShift, adjoint or spsa().`,
    );
}
