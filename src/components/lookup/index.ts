export { default as GlossaryList } from './GlossaryList.astro';
export { default as ReferenceList } from './ReferenceList.astro';
