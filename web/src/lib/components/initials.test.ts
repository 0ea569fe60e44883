import { expect, it } from 'vitest';
import { initialsOf } from './initials.ts';

it.each([
  ['陈大文', '大文'],
  ['李明', '李明'],
  ['欧阳慧芬', '慧芬'],
  ['古丽巴哈尔·买买提', '古丽'],
  ['Wong Mei Ling', 'WM'],
  ['ana', 'A'],
  ['', ''],
])('shortens %j to %j', (name, short) => {
  expect(initialsOf(name)).toBe(short);
});
