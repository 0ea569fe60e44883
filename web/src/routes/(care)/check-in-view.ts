import type { CheckInView, loads } from '@kaifong/shared/care/supervision/check-in.ts';
import { m } from '#paraglide/messages.js';

export const loadWords: Readonly<Record<(typeof loads)[number], () => string>> = {
  light: m.checkIn_light,
  right: m.checkIn_right,
  heavy: m.checkIn_heavy,
  tooMuch: m.checkIn_tooMuch,
};

/** A check-in in words. */
export function shownCheckIn({ at, isSkipped, wellbeing, load, words, isLow }: CheckInView) {
  return {
    at,
    words,
    isLow,
    summary: isSkipped
      ? m.checkIn_wasSkipped()
      : [wellbeing === undefined ? '' : m.checkIn_wellbeing({ n: wellbeing }), load ? loadWords[load]() : '']
          .filter((part) => part !== '')
          .join(' · '),
  };
}
export type ShownCheckIn = ReturnType<typeof shownCheckIn>;
