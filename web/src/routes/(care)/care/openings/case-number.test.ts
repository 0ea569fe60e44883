import { expect, it } from 'vitest';
import { caseNumberIn } from './case-number.ts';

const number = 'cas_8B3JP0YFE4EZFQCVA80M';

it.each([
  ['the number', number],
  ['the number with blanks around it', `  ${number} `],
  ['the number in small letters', number.toLowerCase()],
  ['the address of the case', `https://kaifong.example/care/cases/${number}`],
  ['the address of a page of the case', `https://kaifong.example/care/cases/${number}/sessions?plan#form`],
])('a case is found in %s', (_, pasted) => {
  expect(caseNumberIn(pasted)).toBe(number);
});

it('what holds no number is left to the API to refuse', () => {
  expect(caseNumberIn('晨曦')).toBe('晨曦');
});
