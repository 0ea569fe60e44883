import { expect, it } from 'vitest';
import { readSearch } from './search.ts';

it.each([
  ['陈', { by: 'name', text: '陈' }],
  ['阿卜杜拉 · 买', { by: 'name', text: '阿卜杜拉买' }],
  ['Chen Xiao', { by: 'sound', text: 'chenxiao' }],
  ['ＣＸＭ', { by: 'sound', text: 'cxm' }],
  ['Lü', { by: 'sound', text: 'lv' }],
  ['LW 0012 3456', { by: 'number', number: 'LW00123456' }],
  ['00123456', { by: 'number', number: 'LW00123456' }],
  [' 0 0 0 1 ', { by: 'phoneTail', digits: '0001' }],
  ['13800000001', { by: 'unclear' }],
  ['陈1', { by: 'unclear' }],
  ['  ', { by: 'nothing' }],
  ['·', { by: 'nothing' }],
])('%j is read as %j', (typed, search) => {
  expect(readSearch(typed)).toEqual(search);
});
