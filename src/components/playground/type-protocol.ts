/** Page to worker. The files come along: they are small and change often. */
export interface TypeQuestion {
  id: number;
  files: Readonly<Record<string, string>>;
  path: string;
  question: { type: 'problems' } | { type: 'hover'; position: number };
}

/** Worker to page. Positions are offsets into the file. */
export interface TypeAnswer {
  id: number;
  problems?: { from: number; to: number; message: string }[];
  hover?: {
    from: number;
    to: number;
    type: string;
    documentation: string;
  } | null;
}
