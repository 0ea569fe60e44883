import { describe, expect, it } from 'vitest';
import { lastColumnOf } from './last-column.ts';

describe('the last column of a CSV file', () => {
  it('is read past quoted commas, quotes and line ends', () => {
    const csv = '\uFEFF姓名,原因\r\n"王,小明","第 2 行。\n写成""张三""了"\r\n李娜,第 3 行。\r\n';
    expect(lastColumnOf(csv, 10)).toEqual(['第 2 行。\n写成"张三"了', '第 3 行。']);
  });

  it('ends where enough has been read', () => {
    expect(lastColumnOf('h\r\n1\r\n2\r\n3\r\n', 2)).toEqual(['1', '2']);
  });
});
