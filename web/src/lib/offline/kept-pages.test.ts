import { globSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  boardKeptFor,
  fetchedAhead,
  isFresh,
  keptFor,
  mayBeKept,
  neededBeside,
  pagesOfNextShifts,
} from './kept-pages.ts';

/** Every page of the site, as an address that leads to it. */
const addresses = globSync('**/+page.svelte', { cwd: new URL('../../routes', import.meta.url).pathname }).map(
  (file) => {
    const route = `/${file.replace(/\/?\+page\.svelte$/, '')}`;
    return { route, path: route.replace(/\/\([a-z]+\)/g, '').replace(/\[\w+\]/g, 'sft_01HZX5Y7Q2M3N4P5R6S7') || '/' };
  },
);

describe('what may be kept on the phone', () => {
  it('is these pages of the volunteer’s, the board of the day, the page of way-points, and of all pages no other', () => {
    expect(addresses.length).toBeGreaterThan(30);
    expect(
      addresses
        .filter(({ path }) => mayBeKept(path))
        .map(({ route }) => route)
        .sort(),
    ).toEqual([
      '/(leader)/leader/day',
      '/(leader)/leader/way-point',
      '/(volunteer)/check-in/[shiftId]',
      '/(volunteer)/volunteer',
      '/(volunteer)/volunteer/agenda',
      '/(volunteer)/volunteer/check-in',
      '/(volunteer)/volunteer/code',
      '/(volunteer)/volunteer/pending',
      '/(volunteer)/volunteer/shifts/[shiftId]',
      '/(volunteer)/volunteer/vouchers',
    ]);
  });

  it.each([
    '/care',
    '/care/cases/cas_01',
    '/care/my-cases',
    '/coordinator',
    '/coordinator/tree',
    '/leader',
    '/leader/day/x',
    '/leader/shifts/sft_01HZX5Y7Q2M3N4P5R6S7',
    '/account',
  ])('is never %s, however it is written', (path) => {
    for (const form of [path, `${path}/`, `/volunteer${path}`, `${path}?x=/volunteer`, `/volunteer/..${path}`]) {
      expect(mayBeKept(form)).toBe(false);
    }
  });

  it('includes all that is fetched ahead', () => {
    const beside = neededBeside('/leader/shifts/sft_01HZX5Y7Q2M3N4P5R6S7/patrol');
    expect(beside).toEqual(['/leader/way-point']);
    expect([...fetchedAhead, ...beside].filter((path) => !mayBeKept(path))).toEqual([]);
    expect(neededBeside('/leader/shifts/sft_01HZX5Y7Q2M3N4P5R6S7')).toEqual([]);
  });
});

describe('how long it is kept', () => {
  const keptAt = '2026-11-24T06:30:00.000Z';
  it.each([
    ['a moment later', 1000, true],
    ['a week later', keptFor - 1, true],
    ['after a week', keptFor, false],
    ['before it was kept, by a clock that was set back', -1000, false],
  ])('%s: %s ms', (_, later, fresh) => {
    expect(isFresh('/volunteer', keptAt, Date.parse(keptAt) + later)).toBe(fresh);
  });

  it('is not at all when nobody knows since when', () => {
    expect(isFresh('/volunteer', null, Date.parse(keptAt))).toBe(false);
    expect(isFresh('/volunteer', 'soon', Date.parse(keptAt))).toBe(false);
  });

  it('is a day for the board with the names of others', () => {
    expect(isFresh('/leader/day', keptAt, Date.parse(keptAt) + boardKeptFor - 1)).toBe(true);
    expect(isFresh('/leader/day', keptAt, Date.parse(keptAt) + boardKeptFor)).toBe(false);
  });
});

it('finds the next shifts in the agenda, each once and in order, with the page where one checks in', () => {
  const row = (id: string) => `<a href="/volunteer/shifts/${id}">`;
  const agenda = [row('sft_B1'), row('sft_B1'), row('sft_A2'), row('sft_C3')].join('\n');
  expect(pagesOfNextShifts(agenda)).toEqual([
    '/volunteer/shifts/sft_B1',
    '/check-in/sft_B1',
    '/volunteer/shifts/sft_A2',
    '/check-in/sft_A2',
  ]);
  expect(pagesOfNextShifts('<p>no shifts</p>')).toEqual([]);
});
