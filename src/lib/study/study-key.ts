/** Under which the study log is stored. */
export const STUDY_KEY = 'guide.study';
