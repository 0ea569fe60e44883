import { expect, it } from 'vitest';
import { assetsOf, dressed, languageOf, shownAgain } from './kept-document.ts';

const seed = '0123456789abcdef0123456789abcdef';
const newSeed = 'fedcba9876543210fedcba9876543210';
const page = `<!doctype html>
<html lang="en">
<link rel="modulepreload" href="../_app/immutable/entry/start.A1.js">
<link href="../_app/immutable/assets/0.B2.css" rel="stylesheet">
<svg><use href="/_app/immutable/assets/icons.C3.svg#home"></use><use href="/_app/immutable/assets/icons.C3.svg#star"></use></svg>
<form><input type="hidden" name="idempotencyKey" value="${seed}"></form>
<script>import("../_app/immutable/entry/start.A1.js"); const data = {idempotencyKey:"${seed}"};</script>`;

it('names each script, style and drawing that a page needs, once', () => {
  expect(assetsOf(page)).toEqual([
    '/_app/immutable/entry/start.A1.js',
    '/_app/immutable/assets/0.B2.css',
    '/_app/immutable/assets/icons.C3.svg',
  ]);
});

it('shows a page again with its time, and with a new seed wherever the old one stood', () => {
  const again = shownAgain(page, { ofWhen: 'Last updated 14:32', newSeed });
  expect(again).toContain('<html data-kept="Last updated 14:32" lang="en">');
  expect(again).not.toContain(seed);
  expect(again.split(newSeed)).toHaveLength(3);
});

it('shows a page without forms as it is', () => {
  expect(shownAgain('<html lang="en">', { ofWhen: '', newSeed })).not.toContain(newSeed);
});

it('knows the language that a page is written in', () => {
  expect(languageOf(page)).toBe('en');
  expect(languageOf('<html data-theme="dark" lang="zh-Hant" data-elder>')).toBe('zh-Hant');
  expect(languageOf('<p lang="en">')).toBeUndefined();
});

it('dresses a page as the person likes it', () => {
  expect(dressed('<html lang="en">', { 'data-theme': 'dark', 'data-elder': '' })).toBe(
    '<html data-theme="dark" data-elder="" lang="en">',
  );
});
