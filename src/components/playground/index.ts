export { default as Fact } from './Fact.astro';
export { default as Playground } from './Playground.astro';
export { default as Source } from './Source.astro';
export { default as Twins } from './Twins.astro';
