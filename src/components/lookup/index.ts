export { default as ReferenceList } from './ReferenceList.astro';
