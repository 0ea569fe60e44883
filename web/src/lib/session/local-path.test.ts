import { describe, expect, it } from 'vitest';
import { localPath, pathBack, signInPath } from './local-path.ts';

describe('localPath', () => {
  it.each(['/', '/volunteer/shifts?cursor=a%2Fb#x', '/sign-in?to=/register'])('keeps %s', (path) => {
    expect(localPath(path)).toBe(path);
  });

  it.each([
    '',
    null,
    undefined,
    'volunteer',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    '/ /evil.example',
    'https://evil.example/',
    'javascript:alert(1)',
    '/%0a\n/evil.example',
    '/.//evil.example',
    '/a/..//evil.example',
    '/./\\evil.example',
  ])('refuses %j', (path) => {
    expect(localPath(path)).toBeUndefined();
  });
});

it('leads back to the page that asked for a sign-in', () => {
  expect(signInPath({ pathname: '/leader', search: '?a=1&b=2' })).toBe('/sign-in?to=%2Fleader%3Fa%3D1%26b%3D2');
});

describe('the way back to where a form was sent from', () => {
  it.each([
    ['/volunteer/shifts?street=440103%2F006&cursor=abc', '/volunteer/shifts?street=440103%2F006&cursor=abc'],
    ['/sign-in?/requestCode&to=%2Fleader', '/sign-in?to=%2Fleader'],
    ['/volunteer/shifts/x?/signUp', '/volunteer/shifts/x'],
    ['/volunteer/shifts/x?%2FsignUp', '/volunteer/shifts/x'],
    ['https://evil.example', '/'],
    ['', '/'],
  ])('from %j is %j', (from, back) => {
    expect(pathBack(from)).toBe(back);
  });
});
