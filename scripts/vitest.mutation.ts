import { defineConfig } from 'vitest/config';

/** The package alone: what the mutation test runs. */
export default defineConfig({
  test: { include: ['packages/algorithms/{src,proof}/*.test.ts'] },
});
