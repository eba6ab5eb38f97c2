export { default as CardExports } from './CardExports.astro';
export { default as CardList } from './CardList.astro';
export { default as ReviewDesk } from './ReviewDesk.astro';
