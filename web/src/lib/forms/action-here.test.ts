import { describe, expect, it } from 'vitest';
import { actionHere } from './action-here.ts';

const at = (path: string) => new URL(path, 'http://site.invalid');

describe('the address of an action', () => {
  it('keeps the street and the place in the list', () => {
    expect(actionHere('signUp', at('/volunteer/shifts?street=440103%2F006&cursor=abc'))).toBe(
      '?/signUp&street=440103%2F006&cursor=abc',
    );
  });

  it('drops the action and the outcome that led here', () => {
    expect(actionHere('cancel', at('/volunteer/shifts/x?/signUp&done=signedUp'))).toBe('?/cancel');
  });
});
