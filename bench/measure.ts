import type { Progress } from "../lab/progress.ts";

/** Something that is timed as a whole, from start to end. */
export interface Contender {
  name: string;
  run: () => Promise<void>;
}

/** Seconds of each round, by contender. */
export type Timings = Map<string, number[]>;

export interface Rounds {
  /** Rounds that are counted. */
  rounds: number;
  /** Rounds before them, which fill disk and compile caches. */
  warmUp: number;
}

/**
 * Times contenders alternately (A B C, A B C, …), so that whatever else the machine does meets all of them alike.
 *
 * @throws what a contender throws: a run that failed is no measurement
 */
export async function alternate(
  contenders: readonly Contender[],
  { rounds, warmUp }: Rounds,
  progress: Progress,
): Promise<Timings> {
  const timings: Timings = new Map(contenders.map(({ name }) => [name, []]));
  const step = progress.step("Measuring");
  for (let round = -warmUp; round < rounds; round += 1) {
    const count = round < 0 ? "warm-up" : `round ${round + 1} of ${rounds}`;
    for (const { name, run } of contenders) {
      step.say(`Measuring: ${count}, ${name}`);
      const began = performance.now();
      await run();
      if (round >= 0) timings.get(name)!.push((performance.now() - began) / 1000);
    }
  }
  step.end(`Measured: ${rounds} rounds after ${warmUp} to warm up`);
  return timings;
}
