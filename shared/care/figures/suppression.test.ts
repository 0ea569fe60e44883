import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Published, publishedColumn, publishedGroup, smallest } from './suppression.ts';

const isSmall = (count: number) => count >= 1 && count <= smallest;

describe('a published column', () => {
  it.each([
    ['nothing small: all is printed', [9, 0, 20], [9, 0, 20], 29],
    ['one small: the total would give it away', [3, 12, 40, 9], [null, 12, 40, 9], null],
    ['two small whose sum tells nothing', [3, 5, 30], [null, null, 30], 38],
    ['three small whose sum tells nothing', [2, 3, 4, 30], [null, null, null, 30], 39],
    ['two ones: their sum would give them away', [1, 1, 30, 10], [null, null, 30, 10], null],
    ['eight ones: the total would give them away', Array(8).fill(1), Array(8).fill(null), null],
    ['sevens only: their sum would give them away', [7, 7, 7, 7, 9], [null, null, null, null, 9], null],
    ['a small total', [5, 0], [null, 0], null],
    ['one small and nothing beside it but nobody', [6, 0, 0], [null, 0, 0], null],
    ['nobody at all', [0, 0], [0, 0], 0],
  ] as const)('%s', (_what, counts, cells, total) => {
    expect(publishedColumn([...counts])).toEqual({ cells: [...cells], total });
  });

  const count = fc.oneof(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 60 }));

  it('prints no small count, and never one that is not so', () => {
    fc.assert(
      fc.property(fc.array(count, { maxLength: 22 }), (counts) => {
        const { cells, total } = publishedColumn(counts);
        for (const [place, cell] of cells.entries()) {
          if (cell !== null) expect(cell).toBe(counts[place]);
          if (isSmall(counts[place] ?? 0)) expect(cell).toBeNull();
        }
        if (total !== null) expect(isSmall(total)).toBe(false);
      }),
    );
  });

  it('confidentiality 7: gives no small count or group away by any sum or difference of all that was published, over months and again later', () => {
    const months = fc.array(fc.array(count, { minLength: 4, maxLength: 4 }), { minLength: 2, maxLength: 2 });
    fc.assert(
      fc.property(months, (tables) => {
        const figures = tables.flatMap((counts, month) => {
          const once = publishedColumn(counts);
          // Published again later it is the same table: subtracting the two leaves nothing.
          expect(publishedColumn(counts)).toEqual(once);
          return figuresOf(once, month * 4, counts.length);
        });
        for (const form of sumsAndDifferences(figures)) {
          const group = form.flatMap((factor, cell) => (factor === 0 ? [] : [{ factor, cell }]));
          if (group.length === 0 || group.some(({ factor }) => factor !== group[0]?.factor)) continue;
          const value = group.reduce((sum, { cell }) => sum + (tables.flat()[cell] ?? 0), 0);
          const isPrinted = group.every(({ cell }) => figures.some((figure) => figure.join() === unit(cell).join()));
          if (!isPrinted) expect(isSmall(value)).toBe(false);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('leaves open what each count is that was kept back, even to one who knows this rule', () => {
    const few = fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 2, maxLength: 4 });
    fc.assert(
      fc.property(few, (counts) => {
        const published = publishedColumn(counts);
        const possible = tablesLike(published).filter((other) => same(publishedColumn(other), published));
        for (const [place, cell] of published.cells.entries()) {
          if (cell !== null) continue;
          expect(new Set(possible.map((other) => other[place]))).toEqual(new Set([1, 2, 3, 4, 5, 6, 7]));
        }
      }),
      { numRuns: 1500 },
    );
  });
});

describe('columns that bound one another', () => {
  const outcome = fc.record({
    recovered: fc.integer({ min: 0, max: 30 }),
    stillCase: fc.integer({ min: 0, max: 30 }),
    neverCase: fc.integer({ min: 0, max: 10 }),
    share: fc.float({ min: 0, max: 1, noNaN: true }),
  });

  it('are printed of a place all or not at all, so that none bounds another that was kept back', () => {
    fc.assert(
      fc.property(fc.array(outcome, { minLength: 1, maxLength: 8 }), (places) => {
        const counted = places.map(({ recovered, stillCase, neverCase }) => recovered + stillCase + neverCase);
        const improved = places.map(({ share }, place) => Math.round(share * (counted[place] ?? 0)));
        const columns = [
          improved,
          counted.map((all, place) => all - (improved[place] ?? 0)),
          places.map(({ recovered }) => recovered),
          places.map(({ stillCase }) => stillCase),
        ];
        const group = publishedGroup(columns);
        for (const place of places.keys()) {
          const isKept = new Set(group.map(({ cells }) => cells[place] === null));
          expect(isKept.size).toBe(1);
          if (columns.some((counts) => isSmall(counts[place] ?? 0))) expect(isKept).toEqual(new Set([true]));
        }
        expect(new Set(group.map(({ total }) => total === null)).size).toBe(1);
        for (const [column, { cells, total }] of group.entries()) {
          if (total === null) continue;
          const rest = total - cells.reduce<number>((sum, cell) => sum + (cell ?? 0), 0);
          expect(isSmall(rest)).toBe(false);
          expect(total).toBe((columns[column] ?? []).reduce((sum, count) => sum + count, 0));
        }
      }),
    );
  });
});

type Column = ReturnType<typeof publishedColumn>;
const same = (one: Column, other: Column) => JSON.stringify(one) === JSON.stringify(other);

const cellsInAll = 8;
const unit = (cell: number) => Array.from({ length: cellsInAll }, (_, place) => (place === cell ? 1 : 0));

/** What each printed figure is the sum of, as factors of the true counts. */
function figuresOf({ cells, total }: Column, from: number, length: number): number[][] {
  const printed = cells.flatMap((cell, place) => (cell === null ? [] : [unit(from + place)]));
  const whole = Array.from({ length: cellsInAll }, (_, place) => (place >= from && place < from + length ? 1 : 0));
  return total === null ? printed : [...printed, whole];
}

/** Every figure added, taken away or left out. */
function sumsAndDifferences(figures: readonly number[][]): number[][] {
  return figures.reduce<number[][]>(
    (forms, figure) =>
      forms.flatMap((form) =>
        [-1, 0, 1].map((sign) => form.map((factor, cell) => factor + sign * (figure[cell] ?? 0))),
      ),
    [Array(cellsInAll).fill(0)],
  );
}

/** Every table of small size with these figures where they are printed. */
function tablesLike({ cells, total }: Readonly<{ cells: Published[]; total: Published }>): number[][] {
  const all = cells.reduce<number[][]>(
    (begun, cell) =>
      begun.flatMap((before) =>
        (cell === null ? Array.from({ length: 16 }, (_, value) => value) : [cell]).map((value) => [...before, value]),
      ),
    [[]],
  );
  return total === null ? all : all.filter((table) => table.reduce((sum, value) => sum + value, 0) === total);
}
