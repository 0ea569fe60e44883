import { describe, expect, it } from 'vitest';
import { gcj02From } from '../../kernel/gcj02.ts';
import { minute, shiftBy } from '../../kernel/time.ts';
import { decidePatrol, emptyTrack, type Track, trackAfter } from './track.ts';

const began = '2026-11-24T02:00:00.000Z';
const gate = { longitude: 113.2385, latitude: 23.1205 };

/** A fix so many minutes after the beginning and so many metres north of the gate. */
const fixAt = (minutes: number, metresNorth: number, accuracyMetres = 10) => ({
  at: shiftBy(began, minutes * minute),
  fix: { ...gate, latitude: gate.latitude + metresNorth / 111_195, accuracyMetres },
});
const walked = (...fixes: ReturnType<typeof fixAt>[]) =>
  fixes.reduce<{ track: Track; kinds: string[] }>(
    ({ track, kinds }, fix) => {
      const step = trackAfter(track, fix);
      return { track: step.track, kinds: [...kinds, step.kind] };
    },
    { track: emptyTrack, kinds: [] },
  );

describe('the way of a patrol', () => {
  it('is what lies between sure fixes, there and back', () => {
    const { track, kinds } = walked(fixAt(0, 0), fixAt(5, 300), fixAt(10, 600), fixAt(15, 300));
    expect(kinds).toEqual(['begun', 'moved', 'moved', 'moved']);
    expect(Math.round(track.metres)).toBe(900);
  });

  it('is none for a phone that lies on a table, however its fixes tremble', () => {
    const { track } = walked(...Array.from({ length: 120 }, (_, index) => fixAt(index, index % 2 ? 15 : 0)));
    expect(track.metres).toBe(0);
  });

  it('is slow walking too, which no two fixes tell', () => {
    const { track } = walked(...Array.from({ length: 61 }, (_, index) => fixAt(index, index * 10)));
    expect(Math.round(track.metres)).toBe(600);
  });

  it('leaves out a jump, and goes on from where it was', () => {
    const { track, kinds } = walked(fixAt(0, 0), fixAt(1, 5_000), fixAt(2, 100));
    expect(kinds).toEqual(['begun', 'jump', 'moved']);
    expect([Math.round(track.metres), track.jumps]).toEqual([100, 1]);
  });

  it('takes a bicycle for what it is', () => {
    expect(walked(fixAt(0, 0), fixAt(2, 600)).kinds).toEqual(['begun', 'moved']);
  });

  it('counts what the phone is not sure of, and does not walk it', () => {
    const { track, kinds } = walked(fixAt(0, 0), fixAt(5, 800, 2_000));
    expect([kinds.at(-1), track.metres, track.vague, track.lastAt]).toEqual(['vague', 0, 1, fixAt(5, 0).at]);
  });

  it('knows what was sent twice or out of order', () => {
    expect(walked(fixAt(0, 0), fixAt(5, 300), fixAt(5, 300), fixAt(3, 100)).kinds).toEqual([
      'begun',
      'moved',
      'old',
      'old',
    ]);
  });

  it('is one way, whichever system the phone gives', () => {
    const chinese = {
      at: fixAt(5, 0).at,
      fix: { ...gcj02From(fixAt(5, 300).fix), accuracyMetres: 10, system: 'gcj02' as const },
    };
    const { track } = trackAfter(trackAfter(emptyTrack, fixAt(0, 0)).track, chinese);
    expect(Math.abs(track.metres - 300)).toBeLessThan(3);
  });
});

it('counts from 20 minutes and 500 metres, both of them', () => {
  expect(decidePatrol({ minutes: 20, metres: 500 })).toBe('counted');
  expect(decidePatrol({ minutes: 19, metres: 5_000 })).toBe('tooShort');
  expect(decidePatrol({ minutes: 120, metres: 499 })).toBe('tooLittleGround');
});
