/** Whether a page counts as read; the reader may change it again. */
export interface ReadMark {
  /** Slug without language: both languages count as one page. */
  page: string;
  /** Milliseconds since 1970. */
  at: number;
  read: boolean;
}

/** How an answer was judged against the rubric: weak, fair, strong. */
export type Grade = 0 | 1 | 2;

/** One answer of a mock interview. */
export interface Answer {
  question: string;
  page: string;
  grade: Grade;
  seconds: number;
  text: string;
  /** Points of the rubric that were met, by their place in it. */
  met: readonly number[];
  /** Answer to the follow-up, if it was asked. */
  followUp: string;
  /** Of a coding round: whether all tests passed when they last ran. */
  solved?: boolean;
  /** Of a coding round whose tests have run. */
  tests?: TestCount;
}

export interface TestCount {
  passed: number;
  count: number;
}

/** A mock interview that has ended. */
export interface Interview {
  id: string;
  /** When it began, in milliseconds since 1970. */
  at: number;
  answers: readonly Answer[];
}

/** What is kept of a reader's progress besides the reviews of cards. */
export interface Progress {
  version: 1;
  marks: readonly ReadMark[];
  /** Labs whose exercise was solved, here or on another device. */
  solved: readonly string[];
  interviews: readonly Interview[];
}

export const emptyProgress: Progress = {
  version: 1,
  marks: [],
  solved: [],
  interviews: [],
};

/**
 * All that either knows: the later mark of a page, every lab, every
 * interview. The order of devices does not matter, nor does merging twice.
 */
export function mergeProgress(a: Progress, b: Progress): Progress {
  return {
    version: 1,
    marks: latestMarks([...a.marks, ...b.marks]),
    solved: [...new Set([...a.solved, ...b.solved])].sort(),
    interviews: uniqueInterviews([...a.interviews, ...b.interviews]),
  };
}

export function markPage(progress: Progress, mark: ReadMark): Progress {
  return mergeProgress(progress, { ...emptyProgress, marks: [mark] });
}

export function pagesRead(progress: Progress): Set<string> {
  return new Set(
    progress.marks.filter(({ read }) => read).map(({ page }) => page),
  );
}

/** Of two marks of one moment, the one that says read. */
function latestMarks(marks: readonly ReadMark[]): ReadMark[] {
  const latest = new Map<string, ReadMark>();
  for (const mark of marks) {
    const known = latest.get(mark.page);
    const isLater =
      known === undefined ||
      mark.at > known.at ||
      (mark.at === known.at && mark.read);
    if (isLater) {
      latest.set(mark.page, mark);
    }
  }
  return [...latest.values()].sort((a, b) => (a.page < b.page ? -1 : 1));
}

/**
 * An interview that has ended changes no more. Where two differ, the longer
 * one wins: an older version of the guide leaves out fields it does not know.
 */
function uniqueInterviews(interviews: readonly Interview[]): Interview[] {
  const unique = new Map<string, Interview>();
  for (const interview of interviews) {
    const known = unique.get(interview.id);
    if (known === undefined || saysMore(interview, known)) {
      unique.set(interview.id, interview);
    }
  }
  return [...unique.values()].sort(
    (a, b) => a.at - b.at || (a.id < b.id ? -1 : 1),
  );
}

function saysMore(a: Interview, b: Interview): boolean {
  const [here, there] = [JSON.stringify(a), JSON.stringify(b)];
  return here.length === there.length
    ? here > there
    : here.length > there.length;
}
