export { default as Code } from './Code.astro';
