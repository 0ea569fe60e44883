import { describe, expect, it } from 'vitest';
import { joinedConsents, type Mergeable, mergeRefusal, partedConsents } from './merging.ts';

const one: Mergeable = { id: 'a', state: 'active', holdsOffice: false };
const other: Mergeable = { ...one, id: 'b' };

describe('mergeRefusal', () => {
  it.each<[string, Mergeable, Mergeable, 'signsIn' | 'released', string | undefined]>([
    ['two active records', one, other, 'signsIn', undefined],
    ['an application into an active record', one, { ...other, state: 'applied' }, 'released', undefined],
    ['a record into itself', one, one, 'released', 'same'],
    ['a merged one', one, { ...other, state: 'merged' }, 'released', 'merged'],
    ['one of a closed account', { ...one, closedAt: '2026-11-24T02:00:00.000Z' }, other, 'released', 'closed'],
    ['one that is being merged', { ...one, openMerge: 'm' }, other, 'released', 'underWay'],
    ['a suspended one into a free one', one, { ...other, state: 'suspended' }, 'released', 'suspended'],
    ['a serving one into an application', { ...one, state: 'applied' }, other, 'released', 'wrongWay'],
    ['a serving one into one not confirmed', { ...one, state: 'unconfirmed' }, other, 'released', 'wrongWay'],
    ['one who holds an office', one, { ...other, holdsOffice: true }, 'released', 'holdsOffice'],
    ['a number for an office', { ...one, holdsOffice: true }, other, 'signsIn', 'officeNumber'],
  ])('of %s', (_what, stays, goes, mobile, refusal) => {
    expect(mergeRefusal(stays, goes, mobile)).toBe(refusal);
  });
});

describe('consents', () => {
  const before = [{ kind: 'terms', at: '1' }];
  const moved = [
    { kind: 'terms', at: '2' },
    { kind: 'rankings', at: '1' },
  ];

  it('join with the later answer, and part again as they were', () => {
    const joined = joinedConsents(before, moved);
    expect(joined).toEqual(moved);
    expect(partedConsents(joined, before, moved)).toEqual(before);
  });

  it('that were answered since stay when they part', () => {
    const anew = [{ kind: 'terms', at: '3' }];
    expect(partedConsents(anew, before, moved)).toEqual(anew);
  });
});
