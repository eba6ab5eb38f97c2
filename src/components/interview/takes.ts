/** Recorded answers by question: in the memory of the page, and nowhere else. */
export class Takes {
  private readonly urls = new Map<string, string[]>();
  private readonly saved = new Set<string>();

  of(question: string): readonly string[] {
    return this.urls.get(question) ?? [];
  }

  /** Whether some would be lost with the page. */
  get areAtRisk(): boolean {
    return [...this.urls.values()].flat().some((url) => !this.saved.has(url));
  }

  /** The reader has it as a file. */
  markSaved(url: string): void {
    this.saved.add(url);
  }

  add(question: string, take: Blob): string {
    const url = URL.createObjectURL(take);
    this.urls.set(question, [...this.of(question), url]);
    return url;
  }

  remove(question: string, url: string): void {
    URL.revokeObjectURL(url);
    this.urls.set(
      question,
      this.of(question).filter((other) => other !== url),
    );
  }

  /** Forgets those of all other questions. */
  keepOnly(questions: readonly string[]): void {
    for (const [question, urls] of this.urls) {
      if (!questions.includes(question)) {
        for (const url of urls) {
          URL.revokeObjectURL(url);
        }
        this.urls.delete(question);
      }
    }
  }
}
