/** What the card of a term says; the build writes them by language and id. */
export interface TermFacts {
  name: string;
  /** Name in the other language; empty where it is the same. */
  otherName: string;
  text: string;
  /** The section that treats it, and its address. */
  section: string;
  href: string;
}
