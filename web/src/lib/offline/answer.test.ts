import { describe, expect, it } from 'vitest';
import { verdictOf } from './answer.ts';

const person = 'acc_1';
const answered = (result: unknown, status = 200, forPerson: string | null = person) =>
  verdictOf({ status, forPerson, text: typeof result === 'string' ? result : JSON.stringify(result) }, person);

/** As SvelteKit writes a form that was refused. */
const failure = (fields: string) => ({
  type: 'failure',
  status: 409,
  data: `[{"formId":1,"problem":2,"values":6},"take",{"status":3,"code":4,"detail":5,"fields":7},409,"shift.full","名额满了。",{},${fields}`,
});

describe('what became of a command', () => {
  it('accepted, with the outcome that its page would show', () => {
    const location = '/volunteer/shifts/sft_1?done=signedUp';
    expect(answered({ type: 'redirect', status: 303, location })).toEqual({ is: 'accepted', done: 'signedUp' });
    expect(answered({ type: 'success', status: 204 })).toEqual({ is: 'accepted', done: '' });
  });

  it('refused, in the words of the refusal or of the field at fault', () => {
    expect(answered(failure('[]]'), 409)).toEqual({ is: 'refused', reason: '名额满了。' });
    expect(answered(failure('[8],{"path":9,"message":10},"code","请填写签到码。"]'), 400)).toEqual({
      is: 'refused',
      reason: '请填写签到码。',
    });
    expect(answered({ type: 'error', status: 404, error: { message: '没有这个班次。' } }, 404)).toEqual({
      is: 'refused',
      reason: '没有这个班次。',
    });
  });

  it('sign in first, when the session has ended', () => {
    const location = '/sign-in?to=%2Fvolunteer';
    expect(answered({ type: 'redirect', status: 303, location }, 200, null)).toEqual({ is: 'signInFirst' });
    expect(answered({ message: 'nobody' }, 409, 'none')).toEqual({ is: 'signInFirst' });
  });

  it.each([
    ['an answer in another person’s session', { type: 'redirect', location: '/volunteer?done=signedUp' }, 200, 'acc_2'],
    ['an answer that says not whose it is', { type: 'success' }, 200, null],
    ['an API that is down', failure('[]]'), 503, person],
    ['too many requests', failure('[]]'), 429, person],
    ['the page of a wireless network that wants a login', '<!doctype html>', 200, null],
    ['a refusal for want of role, before it was clear whose session it is', { type: 'error', error: {} }, 403, null],
  ])('undecided: %s', (_, result, status, forPerson) => {
    expect(answered(result, status, forPerson)).toEqual({ is: 'undecided' });
  });
});
