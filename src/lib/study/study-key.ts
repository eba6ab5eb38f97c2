/** Under which the study log is stored. */
export const STUDY_KEY = 'guide.study';

/** Under which pages read, labs solved elsewhere and interviews are stored. */
export const PROGRESS_KEY = 'guide.progress';
