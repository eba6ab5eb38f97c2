export { default as InterviewDesk } from './InterviewDesk.astro';
