import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { assetsIn } from './built-assets.ts';

let project: string;
beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), 'kaifong-built-'));
});
afterEach(() => rmSync(project, { recursive: true }));

it('says which folder has not been built, and what to run', () => {
  expect(() => assetsIn(project).code('api')).toThrow(
    'dist/functions/api has not been built: run "npm run build" first.',
  );
  expect(() => assetsIn(project).staticFiles()).toThrow(/web\/build\/client has not been built/);
});
