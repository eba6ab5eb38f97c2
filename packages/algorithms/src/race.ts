/**
 * The median time of each program, on the clock that is handed in. They take
 * turns, so that a slow moment meets all of them; a first turn that is not
 * measured warms them up. All times are 0 if the clock stands still. `pause`
 * follows each turn, so that no page takes the race for an endless loop.
 */
export async function race(
  programs: readonly (() => unknown)[],
  rounds: number,
  now: () => number,
  pause: () => Promise<void>,
): Promise<number[]> {
  for (const run of programs) {
    run();
    await pause();
  }
  const times = programs.map((): number[] => []);
  for (let round = 0; round < rounds; round++) {
    for (const [index, run] of programs.entries()) {
      const start = now();
      run();
      times[index]?.push(now() - start);
      await pause();
    }
  }
  return times.map((list) => {
    const sorted = list.toSorted((a, b) => a - b);
    return sorted[Math.floor(sorted.length / 2)] ?? 0;
  });
}
