import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fieldTexts } from '../kernel/field-texts.ts';
import { careConsent } from './asking/consent.ts';
import { careErrors } from './errors.ts';
import { hotlines } from './on-call/hotlines.ts';
import { careNotice, clinicalWords } from './words.ts';

const allowed = Object.values(careNotice);

/** A text without the notice that this is none of it. */
const withoutNotice = (text: string) => allowed.reduce((rest, notice) => rest.replaceAll(notice, ''), text);

describe('what volunteers and residents read of care', () => {
  it('uses no clinical word but in the notice that this is none', () => {
    const texts = [careConsent, careErrors, hotlines, fieldTexts].map((text) => withoutNotice(JSON.stringify(text)));
    for (const text of texts) expect(text).not.toMatch(clinicalWords);
  });

  it('has no clinical word in any file of care, beside the list of them', () => {
    const folders = [new URL('./', import.meta.url), new URL('../../functions/care/', import.meta.url)];
    const files = folders.flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.ts') && name !== 'words.ts' && name !== 'texts.test.ts')
        .map((name) => new URL(name, folder)),
    );
    expect(files.length).toBeGreaterThan(30);
    for (const file of files) {
      expect([file.pathname, clinicalWords.exec(withoutNotice(readFileSync(file, 'utf8')))]).toEqual([
        file.pathname,
        null,
      ]);
    }
  });

  it('names the numbers to call in danger', () => {
    expect(hotlines.map(({ number }) => number)).toEqual(['110', '120', '12356']);
  });
});
