import { expect, it } from 'vitest';
import { csvRows } from './csv-rows.ts';

it.each([
  [
    'plain cells and empty ones',
    'a,,甲\r\n,b,\r\n',
    [
      ['a', '', '甲'],
      ['', 'b', ''],
    ],
  ],
  [
    'commas, quotation marks and line ends in a cell',
    '"a,b","说""好""","一\r\n二"\r\n',
    [['a,b', '说"好"', '一\r\n二']],
  ],
  ['nothing', '', []],
])('reads %s', (_what, csv, rows) => {
  expect(csvRows(csv)).toEqual(rows);
});
