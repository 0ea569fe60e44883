import { describe, expect, it } from 'vitest';
import { figuresOn, orderFaults, usualFigures } from './figures.ts';
import { settingsGroups } from './groups.ts';

const { stars } = settingsGroups;
const usual = usualFigures(stars);

describe('figures', () => {
  it.each(Object.entries(settingsGroups))('of %s are usual ones within their bounds and in order', (_name, group) => {
    for (const { usual: figure, least, most } of Object.values(group.figures)) {
      expect(figure).toBeGreaterThanOrEqual(least);
      expect(figure).toBeLessThanOrEqual(most);
    }
    expect(orderFaults(group, usualFigures(group), {})).toEqual([]);
  });

  it('of a day are those of the last decision that holds by then', () => {
    const decided = [
      { version: 2, from: '2026-12-10', changed: { one: 90 } },
      { version: 1, from: '2026-12-01', changed: { one: 80, two: 200 } },
      { version: 3, from: '2026-12-10', changed: { one: 95, gone: 1 } },
    ];
    expect(figuresOn(stars, decided, '2026-11-30')).toEqual(usual);
    expect(figuresOn(stars, decided, '2026-12-09')).toEqual({ ...usual, one: 80, two: 200 });
    expect(figuresOn(stars, decided, '2026-12-10')).toEqual({ ...usual, one: 95, two: 200 });
  });

  it('in the wrong order are told beside the one that was changed', () => {
    const faultsOf = (changed: Record<string, number>) => orderFaults(stars, { ...usual, ...changed }, changed);
    expect(faultsOf({ one: 300 })).toEqual([{ path: 'figures.one', code: 'field.tooBig', facts: { maximum: 299 } }]);
    expect(faultsOf({ two: 100 })).toEqual([{ path: 'figures.two', code: 'field.tooSmall', facts: { minimum: 101 } }]);
    expect(faultsOf({ one: 350, two: 400 })).toEqual([]);
  });
});
