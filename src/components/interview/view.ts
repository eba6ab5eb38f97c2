import type { InterviewTexts } from '~/i18n/interview-texts';
import type { Question } from '~/lib/interview/bank';
import type { Draft, Run } from '~/lib/interview/run';
import type { Takes } from './takes';

/** What a view of one stage is given. */
export interface StageContext {
  texts: InterviewTexts;
  locale: string;
  run: Run;
  question: Question;
  /** Title of the page that the question is about. */
  topic: string;
  takes: Takes;
  /** Keeps what was entered; shows nothing anew. */
  keep: (change: Partial<Draft>) => void;
}
