/** Recorded answers by question: in the memory of the page, and nowhere else. */
export class Takes {
  private readonly urls = new Map<string, string[]>();

  of(question: string): readonly string[] {
    return this.urls.get(question) ?? [];
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

  clear(): void {
    for (const url of [...this.urls.values()].flat()) {
      URL.revokeObjectURL(url);
    }
    this.urls.clear();
  }
}
