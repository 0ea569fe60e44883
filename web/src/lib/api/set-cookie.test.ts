import { describe, expect, it } from 'vitest';
import { parseSetCookie } from './set-cookie.ts';

describe('parseSetCookie', () => {
  it('reads name, value and how long it lasts', () => {
    expect(parseSetCookie('kaifong_session=a%3Db==; Path=/; HttpOnly; SameSite=Lax; Max-Age=3600')).toEqual({
      name: 'kaifong_session',
      value: 'a=b==',
      maxAge: 3600,
    });
  });

  it('reads a cookie that is being cleared', () => {
    const cookie = parseSetCookie('kaifong_session=; Max-Age=0; Expires=Thu, 01 Jan 1970 00:00:00 GMT');
    expect(cookie).toMatchObject({ value: '', maxAge: 0, expires: new Date(0) });
  });

  it('knows what is no cookie', () => {
    expect(parseSetCookie('HttpOnly')).toBeUndefined();
    expect(parseSetCookie('=x')).toBeUndefined();
  });
});
