import { describe, expect, it } from 'vitest';
import { emptyTrack } from './track.ts';
import { isPassedAt, markFrom, metresBeside, readWayPointCode, spokenMark, wayPointPath } from './way-point.ts';

const wayPointId = 'wpt_01HZX5Y7Q2M3N4P5R6S7';
const mark = markFrom(Uint8Array.from({ length: 32 }, (_, index) => index * 7));
const gate = { longitude: 113.2385, latitude: 23.1205 };
const northBy = (metres: number) => ({ ...gate, latitude: gate.latitude + metres / 111_195 });

describe('the code of a way-point', () => {
  it('is read as a whole address, as it is scanned, and as it is typed', () => {
    const path = wayPointPath({ wayPointId, code: mark });
    for (const text of [`https://kaifong.example${path}`, path.split('=')[1] ?? '']) {
      expect(readWayPointCode(text)).toEqual({ wayPointId, mark });
    }
    expect(spokenMark(mark)).toMatch(/^\w{4}-\w{4}-\w{4}$/);
    expect(readWayPointCode(` ${spokenMark(mark).toLowerCase().replaceAll('0', 'o')} `)).toEqual({ mark });
  });

  it.each(['', 'K7QM-2XPD', 'https://kaifong.example/check-in/sft_1?code=K7QM2XPD', '六榕路口六榕路口六榕路口'])(
    'is not %j',
    (text) => {
      expect(readWayPointCode(text)).toBeUndefined();
    },
  );
});

describe('a way-point', () => {
  it('is passed within fifty metres, and not when nobody knows where it is', () => {
    expect([40, 60].map((metres) => isPassedAt(gate, northBy(metres)))).toEqual([true, false]);
    expect(isPassedAt({}, gate)).toBe(false);
  });

  it('is so far from the last sure place of about that time', () => {
    const track = { ...emptyTrack, anchor: { ...northBy(900), at: '2026-11-24T02:00:00.000Z' } };
    expect(metresBeside(gate, track, '2026-11-24T02:03:00.000Z')).toBe(900);
    expect(metresBeside(gate, track, '2026-11-24T02:03:01.000Z')).toBeUndefined();
    expect(metresBeside({}, track, '2026-11-24T02:00:00.000Z')).toBeUndefined();
    expect(metresBeside(gate, emptyTrack, '2026-11-24T02:00:00.000Z')).toBeUndefined();
  });
});
