import { describe, expect, it } from 'vitest';
import { slotsOf, slotsText, weekdayName } from './week.ts';

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

describe('free times in words', () => {
  const read = (text: string) => text.replaceAll('\u2060', '').replaceAll('\u00a0', ' ');

  it('name each day once, in the order of the week', () => {
    const slots = [
      { weekday: 7, from: 545, to: 1440 },
      { weekday: 1, from: 540, to: 720 },
      { weekday: 1, from: 1140, to: 1260 },
    ];
    expect(read(slotsText(slots, 'zh-Hans'))).toBe('周一 09:00–12:00、19:00–21:00；周日 09:05–24:00');
    expect(read(slotsText(slots, 'en'))).toBe('Mon 09:00–12:00, 19:00–21:00; Sun 09:05–24:00');
  });

  it('use the names of the script', () => {
    expect(weekdayName(2, 'zh-Hant')).toBe('週二');
  });
});
