export { default as CardExports } from './CardExports.astro';
export { default as CardList } from './CardList.astro';
export { default as ProgressDesk } from './ProgressDesk.astro';
export { default as ProgressFiles } from './ProgressFiles.astro';
export { default as ProgressOverview } from './ProgressOverview.astro';
export { default as ProgressPlan } from './ProgressPlan.astro';
export { default as ProgressWeak } from './ProgressWeak.astro';
export { default as ReviewDesk } from './ReviewDesk.astro';
