export { default as QuestionCards } from './QuestionCards.astro';
