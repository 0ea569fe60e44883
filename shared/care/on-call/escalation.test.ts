import { describe, expect, it } from 'vitest';
import { minute, shiftBy } from '../../kernel/time.ts';
import { clockAcknowledged, clockOpened, clockTriedInVain, type EscalationClock, pageDue } from './escalation.ts';

const openedAt = '2026-11-24T06:30:00.000Z';
const after = (minutes: number) => shiftBy(openedAt, minutes * minute);

/** Whom a tick a minute calls, from one minute to another, and the clock at the end. */
function ticking(clock: EscalationClock, from: number, to: number) {
  const calls: string[] = [];
  let current = clock;
  for (let minutes = from; minutes <= to; minutes += 1) {
    const page = pageDue(current, after(minutes));
    if (!page) continue;
    current = page.paged;
    calls.push(`${minutes} ${page.reason} ${page.level}`);
  }
  return { clock: current, calls };
}

describe('an escalation that nobody answers', () => {
  it('calls at once, and from a quarter of an hour on goes up by itself', () => {
    expect(ticking(clockOpened(openedAt), 0, 60).calls).toEqual([
      '0 opened 0',
      '15 notAcknowledged 1',
      '30 notAcknowledged 2',
      '45 notAcknowledged 2',
      '60 notAcknowledged 2',
    ]);
  });

  it('still calls when the first tick comes late', () => {
    expect(ticking(clockOpened(openedAt), 4, 20).calls).toEqual(['4 opened 0', '15 notAcknowledged 1']);
  });

  it('goes up once, and not again at the same moment', () => {
    const { clock } = ticking(clockOpened(openedAt), 0, 15);
    expect(pageDue(clock, after(15))).toBeUndefined();
  });
});

describe('an escalation that was acknowledged', () => {
  const clock = clockAcknowledged(clockOpened(openedAt));

  it('is due for contact half an hour after it was opened', () => {
    expect(clock).toMatchObject({ awaits: 'contact', dueAt: after(30) });
    expect(ticking(clock, 0, 44).calls).toEqual(['30 notContacted 1']);
  });

  it('gets another quarter of an hour after a try in vain', () => {
    expect(ticking(clockTriedInVain(clock, after(20)), 20, 36).calls).toEqual(['35 notContacted 1']);
  });
});
