/** Where the time of all training steps went. */
export interface Seconds {
  /** In the circuit: running it, and differentiating it. */
  readonly circuit: number;
  /** In tfjs: the head, forwards, backwards and updated; in a model that does not begin with a circuit, everything. */
  readonly head: number;
  /** In between: what was measured becomes a tensor, and the circuit's weights are updated. */
  readonly bridge: number;
}

type Share = keyof Seconds;

/** Does the work, and counts its seconds for the share, less those of what is timed within it. */
export type Timed = <Result>(share: Share, work: () => Result) => Result;

/** Seconds, share by share. */
export function stopwatch(): { readonly timed: Timed; readonly seconds: Seconds } {
  const seconds = { circuit: 0, head: 0, bridge: 0 };
  let within = 0;
  const timed: Timed = (share, work) => {
    const [start, before] = [performance.now(), within];
    within = 0;
    const result = work();
    const spent = (performance.now() - start) / 1000;
    seconds[share] += spent - within;
    within = before + spent;
    return result;
  };
  return { timed, seconds };
}
