import { describe, expect, it } from 'vitest';
import { languages } from '../../kernel/language.ts';
import { instantAt } from '../../kernel/time.ts';
import type { SignUpDecision } from '../rules.ts';
import { refusalOf } from './refusal.ts';

const at = instantAt('2026-11-25', '14:00');
const entry = { shiftId: 'sft_1', title: '荔枝湾平安巡逻', startsAt: at, endsAt: instantAt('2026-11-25', '17:30') };

const decisions: Exclude<SignUpDecision, { kind: 'allowed' }>[] = [
  { kind: 'notActive', state: 'paused' },
  { kind: 'alreadySignedUp' },
  { kind: 'shiftNotOpen', state: 'draft' },
  { kind: 'signUpClosed', closedAt: at },
  { kind: 'alreadyStarted', startedAt: at },
  { kind: 'skillMissing', skill: 'firstAid' },
  { kind: 'minorAtNight', adultFrom: '2027-11-26' },
  { kind: 'roleUnknown' },
  { kind: 'minorAtRisk', adultFrom: '2027-11-26' },
  { kind: 'teamFirst', until: at },
  { kind: 'teamFirst' },
  { kind: 'byInvitation' },
  { kind: 'byAssignment' },
  { kind: 'tooLittleRest', with: entry, restMinutes: 480 },
  { kind: 'dayCap', day: '2026-11-25', minutes: 481, capMinutes: 480 },
  { kind: 'overlaps', with: entry },
  { kind: 'weeklyCap', week: '2026-W48', minutes: 1230, capMinutes: 1200 },
];

describe('a refused sign-up', () => {
  it.each(decisions)('says in every language why: $kind', (decision) => {
    for (const language of languages) expect(refusalOf(decision).messageIn(language)).not.toMatch(/[{}]|undefined/);
  });

  it('names the skill in the language of the reader, and times as clocks in Liwan show them', () => {
    const called = { 'zh-Hans': '急救', 'zh-Hant': '急救', en: 'First aid' };
    const missing = refusalOf({ kind: 'skillMissing', skill: 'firstAid' }, called);
    expect(missing.messageIn('zh-Hans')).toContain('“急救”');
    expect(missing.messageIn('en')).toContain('“First aid”');
    expect(refusalOf({ kind: 'overlaps', with: entry }).messageIn('en')).toContain('(25 Nov, 14:00 to 17:30)');
    const overnight = { ...entry, endsAt: '2026-11-25T18:00:00.000Z' };
    expect(refusalOf({ kind: 'overlaps', with: overnight }).messageIn('en')).toContain('to 26 Nov, 02:00)');
  });
});
