export { default as ApiIndex } from './ApiIndex.astro';
export { default as ApiModule } from './ApiModule.astro';
