import { describe, expect, it } from 'vitest';
import { slotsOf, slotText, weekdayName } from './week.ts';

describe('the free times of a form', () => {
  it('are those of the ticked boxes, in the order of the week', () => {
    expect(slotsOf(['6-morning', '2-evening'])).toEqual([
      { weekday: 2, from: 1080, to: 1320 },
      { weekday: 6, from: 540, to: 720 },
    ]);
  });

  it('leave out what is no box of the week', () => {
    expect(slotsOf(['8-morning', '1-night', ''])).toEqual([]);
  });
});

describe('a free time in words', () => {
  it('names the day and both hours', () => {
    expect(slotText({ weekday: 1, from: 1140, to: 1260 }, 'zh-Hans')).toBe('周一 19:00–21:00');
    expect(slotText({ weekday: 7, from: 545, to: 1440 }, 'en')).toBe('Sun 09:05–24:00');
  });

  it('uses the names of the script', () => {
    expect(weekdayName(2, 'zh-Hant')).toBe('週二');
  });
});
