import { fields, progressOf } from './parse-progress';
import type { Progress } from './progress';
import { parseLog, type StudyLog } from './study-log';

/** Says whose file it is; the version says how to read it. */
export const FILE_FORMAT = 'runnable-ai-infra-guide.progress';
export const FILE_VERSION = 1;

export interface Record1 {
  log: StudyLog;
  progress: Progress;
}

/** No JSON or not whole; of another program; of a later version of the guide. */
export type Refusal = 'broken' | 'foreign' | 'newer';

/** The file of version 1 that the progress page describes. */
export function progressFile({ log, progress }: Record1, now: Date): string {
  const { marks, solved, interviews } = progress;
  const file = {
    format: FILE_FORMAT,
    version: FILE_VERSION,
    exported: now.toISOString(),
    reviews: log.reviews,
    marks,
    solved,
    interviews,
  };
  return `${JSON.stringify(file, null, 1)}\n`;
}

/** What a file holds, or why it is refused as a whole. */
export function readProgressFile(text: string): Record1 | Refusal {
  let value: Record<string, unknown>;
  try {
    value = fields(JSON.parse(text.replace(/^\uFEFF/, '')));
  } catch {
    return 'broken';
  }
  if (value['format'] !== FILE_FORMAT) {
    return 'foreign';
  }
  const version = Number(value['version']);
  if (version > FILE_VERSION) {
    return 'newer';
  }
  const { reviews } = value;
  const log = parseLog(JSON.stringify({ version: 1, reviews }));
  const progress = progressOf(value);
  return version === FILE_VERSION && log !== null && progress !== null
    ? { log, progress }
    : 'broken';
}
