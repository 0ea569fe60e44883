import { globSync, readFileSync } from 'node:fs';
import { clinicalWords } from '@kaifong/shared/care/words.ts';
import { describe, expect, it } from 'vitest';

const web = new URL('../../../', import.meta.url);

describe('what volunteers and residents read on the site', () => {
  it('uses no clinical word: the notice that a result is none comes from elsewhere', () => {
    const files = globSync('{messages/*/*.json,src/routes/{(care),(asking)}/**/*.{svelte,ts}}', { cwd: web }).filter(
      (file) => !file.endsWith('.test.ts'),
    );
    expect(files.length).toBeGreaterThan(60);
    const found = files.flatMap((file) => {
      const word = clinicalWords.exec(readFileSync(new URL(file, web), 'utf8'))?.[0];
      return word === undefined ? [] : [`${file}: ${word}`];
    });
    expect(found).toEqual([]);
  });
});
