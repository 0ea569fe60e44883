import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvLine, withoutGuard } from './csv-line.ts';

describe('a line for a spreadsheet', () => {
  it.each(['=1+1', '+86', '-1+1', '-1A', '@SUM(1)', '\t=1', '\r=1', '\n=1', '＝1', '＋1', '－1', '＠1'])(
    'never begins a cell with what would be carried out: %j',
    (cell) => {
      expect(csvLine(['a', cell])).toMatch(/^a,"?'/);
      expect(withoutGuard(`'${cell}`)).toBe(cell);
    },
  );

  it('leaves a whole number below zero a number, for the systems that add up what was taken back', () => {
    expect(csvLine(['-90', '-0', '90'])).toBe('-90,-0,90\r\n');
  });

  it('keeps commas, quotation marks and line ends within their cell', () => {
    expect(csvLine(['a,b', 'say "yes"', 'two\nlines', "it's", ''])).toBe('"a,b","say ""yes""","two\nlines",it\'s,\r\n');
  });

  it('gives every cell back as it was', () => {
    fc.assert(
      fc.property(fc.string(), (cell) => {
        const text = csvLine([cell]).slice(0, -2);
        const read = text.startsWith('"') ? text.slice(1, -1).replaceAll('""', '"') : text;
        expect(/^['=+\-@\t\r\n＝＋－＠]/.test(cell) ? withoutGuard(read) : read).toBe(
          cell.startsWith("'") ? withoutGuard(cell) : cell,
        );
      }),
    );
  });
});
