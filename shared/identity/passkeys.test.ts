import { describe, expect, it } from 'vitest';
import { isCounterBack, passkeyDecision, passkeyStanding } from './passkeys.ts';

const admin = [{ role: 'securityAdministrator' }] as const;
const coordinator = [{ role: 'coordinator' }] as const;

describe('a passkey', () => {
  it.each([
    ['used', { way: 'passkey' }, { passkeys: 1, grants: admin }, true],
    ['held', {}, { passkeys: 1, grants: admin }, false],
    ['held', { way: 'provider' }, { passkeys: 2, grants: coordinator }, false],
    ['due', {}, { grants: admin }, true],
    ['none', {}, { passkeys: 0, grants: admin }, false],
    ['none', {}, { grants: coordinator }, true],
    // Its passkeys were reset while the session went on.
    ['none', { way: 'passkey' }, { passkeys: 0, grants: coordinator }, false],
  ] as const)('is %s in a session %o of an account %o, due: %s', (standing, session, account, isDue) => {
    expect(passkeyStanding(session, account, isDue)).toBe(standing);
  });

  it('that is held has to be used for what reaches other people, and for nothing else', () => {
    expect(passkeyDecision('grant.give', 'held')).toBe('useIt');
    expect(passkeyDecision('passkey.add', 'held')).toBe('useIt');
    expect(passkeyDecision('mobile.changeOwn', 'held')).toBe('useIt');
    expect(passkeyDecision('mobile.changeAtDesk', 'held')).toBe('useIt');
    expect(passkeyDecision('grant.give', 'used')).toBe('may');
    expect(passkeyDecision('shift.signUp', 'held')).toBe('may');
    expect(passkeyDecision('care.answerEscalation', 'held')).toBe('may');
  });

  it('that is due has to be added first, which alone goes without', () => {
    expect(passkeyDecision('audit.search', 'due')).toBe('addOne');
    expect(passkeyDecision('passkey.add', 'due')).toBe('may');
    expect(passkeyDecision('audit.search', 'none')).toBe('may');
  });

  it.each([
    [0, 0, false],
    [0, 1, false],
    [3, 4, false],
    [3, 3, true],
    [3, 2, true],
    [3, 0, true],
  ])('that counted %i and now counts %i went back: %s', (before, now, is) => {
    expect(isCounterBack(before, now)).toBe(is);
  });
});
