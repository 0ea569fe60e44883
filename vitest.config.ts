import { defineConfig } from 'vitest/config';

const project = (name: string, include: string[], timeout = 20_000) => ({
  test: {
    ...{ name, include, testTimeout: timeout, hookTimeout: Math.max(timeout, 30_000) },
    // Waiting for something costs nothing when it comes at once, and a busy machine takes its time.
    expect: { poll: { timeout: timeout / 2 } },
  },
});

export default defineConfig({
  test: {
    projects: [
      project('shared', ['shared/**/*.test.ts']),
      project('functions', ['functions/**/*.test.ts'], 60_000),
      project('infra', ['infra/**/*.test.ts'], 120_000),
      project('bench', ['bench/**/*.test.ts']),
      project('journeys', ['web/**/*.test.ts'], 180_000),
    ],
  },
});
