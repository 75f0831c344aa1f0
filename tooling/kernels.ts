/** Compiles the kernels of @hqnn/sim, whose sources all tests read, unless that is done. */
export async function setup() {
  await import('../packages/sim/kernels/build.mjs');
}
