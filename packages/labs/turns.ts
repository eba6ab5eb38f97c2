/**
 * For tests: notes which figures a program draws before it first pauses,
 * between two pauses, and after the last. What is asked for with a figure is
 * served in the next pause.
 */
export class Turns {
  private readonly all: Set<string>[] = [new Set()];

  readonly note = ({ name }: { name: string }): void => {
    this.all.at(-1)?.add(name);
    // Timers of one delay fire in the order in which they were set.
    setTimeout(() => {
      if (this.all.at(-1)?.size !== 0) {
        this.all.push(new Set());
      }
    });
  };

  /** Call it as soon as the program has ended. */
  get figures(): string[][] {
    return this.all.filter(({ size }) => size > 0).map((names) => [...names]);
  }
}
