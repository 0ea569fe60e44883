import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hour, instantAt, shiftBy } from '../kernel/time.ts';
import { type AgendaEntry, checkNewShift, decideSignUp, overlap, type SignUpRequest } from './rules.ts';
import type { ShiftRole } from './shifts/shift-roles.ts';

const now = instantAt('2026-11-24', '09:00');

const aShift = (changes: Partial<SignUpRequest['shift']> = {}): SignUpRequest['shift'] => ({
  id: 'sft_new',
  state: 'open',
  startsAt: instantAt('2026-11-25', '14:00'),
  endsAt: instantAt('2026-11-25', '17:00'),
  ...changes,
});

const anEntry = (day: string, from: string, to: string, shiftId = `sft_${day}_${from}`): AgendaEntry => ({
  shiftId,
  title: '荔枝湾平安巡逻',
  startsAt: instantAt(day, from),
  endsAt: instantAt(day, to),
});

const decide = (changes: Partial<SignUpRequest> = {}) =>
  decideSignUp({
    volunteer: { state: 'active', skills: ['firstAid'], adultFrom: '2006-05-01' },
    shift: aShift(),
    agenda: [],
    weeklyCapMinutes: 20 * 60,
    now,
    ...changes,
  });

describe('signing up', () => {
  it('is allowed to an active volunteer who is free and fits', () => {
    expect(decide({ shift: aShift({ neededSkill: 'firstAid' }) })).toEqual({ kind: 'allowed' });
  });

  it.each(['applied', 'declined', 'paused', 'suspended', 'withdrawn'] as const)('is not for one who is %s', (state) => {
    const volunteer = { state, skills: [], adultFrom: '2006-05-01' };
    expect(decide({ volunteer })).toEqual({ kind: 'notActive', state });
  });

  it.each(['draft', 'finished', 'cancelled'] as const)('is not possible for a shift that is %s', (state) => {
    expect(decide({ shift: aShift({ state }) })).toEqual({ kind: 'shiftNotOpen', state });
  });

  it('ends when the shift begins, or earlier when the team says so', () => {
    const startsAt = now;
    expect(decide({ shift: aShift({ startsAt }) })).toEqual({ kind: 'alreadyStarted', startedAt: now });
    expect(decide({ shift: aShift({ signUpClosesAt: now }) })).toEqual({
      kind: 'signUpClosed',
      closedAt: now,
    });
    expect(decide({ shift: aShift({ signUpClosesAt: shiftBy(now, 1) }) })).toEqual({ kind: 'allowed' });
  });

  it('needs the skill that the shift asks for', () => {
    expect(decide({ shift: aShift({ neededSkill: 'driving' }) })).toEqual({ kind: 'skillMissing', skill: 'driving' });
  });

  it('twice is told as such, even when the shift has begun', () => {
    const agenda = [anEntry('2026-11-25', '14:00', '17:00', 'sft_new')];
    expect(decide({ agenda })).toEqual({ kind: 'alreadySignedUp' });
    expect(decide({ agenda, now: instantAt('2026-11-25', '15:00') })).toEqual({ kind: 'alreadySignedUp' });
  });

  it('may not overlap another shift, but may follow it at once', () => {
    const clash = anEntry('2026-11-25', '16:59', '19:00');
    expect(decide({ agenda: [clash] })).toEqual({ kind: 'overlaps', with: clash });
    const before = anEntry('2026-11-25', '12:00', '14:00');
    const after = anEntry('2026-11-25', '17:00', '19:00');
    expect(decide({ agenda: [before, after] })).toEqual({ kind: 'allowed' });
  });
});

describe('a minor', () => {
  const minor = { state: 'active', skills: [], adultFrom: '2027-11-26' } as const;
  const evening = (from: string, to: string, day = '2026-11-25') =>
    aShift({ startsAt: instantAt(day, from), endsAt: instantAt(day, to) });

  it('may serve until 22:00 and from 06:00', () => {
    expect(decide({ volunteer: minor, shift: evening('19:00', '22:00') })).toEqual({ kind: 'allowed' });
    expect(decide({ volunteer: minor, shift: evening('06:00', '09:00') })).toEqual({ kind: 'allowed' });
  });

  it('may not serve in the night, not even for a minute', () => {
    expect(decide({ volunteer: minor, shift: evening('19:00', '22:01') })).toEqual({
      kind: 'minorAtNight',
      adultFrom: '2027-11-26',
    });
    expect(decide({ volunteer: minor, shift: evening('05:59', '09:00') })).toEqual({
      kind: 'minorAtNight',
      adultFrom: '2027-11-26',
    });
    expect(decide({ volunteer: minor, shift: evening('02:00', '03:00') })).toEqual({
      kind: 'minorAtNight',
      adultFrom: '2027-11-26',
    });
  });

  it('is no longer one on the 18th birthday', () => {
    const volunteer = { ...minor, adultFrom: '2026-11-25' };
    expect(decide({ volunteer, shift: evening('20:00', '23:00') })).toEqual({ kind: 'allowed' });
    expect(decide({ volunteer, shift: evening('20:00', '23:00', '2026-11-24') })).toMatchObject({
      kind: 'minorAtNight',
    });
  });
});

describe('roles', () => {
  const [guide, medic] = [
    { number: 1, name: '引导', skills: [], fewest: 1, most: 4 },
    { number: 2, name: '医护', skills: ['medical'], fewest: 1, most: 1 },
  ] as const satisfies ShiftRole[];

  it('admit whoever can serve in one, or in that which she asks for', () => {
    const shift = aShift({ roles: [guide, medic] });
    expect(decide({ shift })).toEqual({ kind: 'allowed' });
    expect(decide({ shift, role: 1 })).toEqual({ kind: 'allowed' });
    expect(decide({ shift, role: 2 })).toEqual({ kind: 'skillMissing', skill: 'medical' });
    expect(decide({ shift: aShift({ roles: [medic] }) })).toEqual({ kind: 'skillMissing', skill: 'medical' });
    expect(decide({ shift, role: 3 })).toEqual({ kind: 'roleUnknown' });
    expect(decide({ shift: aShift(), role: 1 })).toEqual({ kind: 'roleUnknown' });
  });
});

describe('the mode of sign-up', () => {
  it('lets the team come first, and everybody from then on', () => {
    const until = shiftBy(now, hour);
    const shift = aShift({ mode: 'teamFirst', teamFirstUntil: until });
    expect(decide({ shift })).toEqual({ kind: 'teamFirst', until });
    expect(decide({ shift, isMember: true })).toEqual({ kind: 'allowed' });
    expect(decide({ shift, now: until })).toEqual({ kind: 'allowed' });
  });

  it.each([
    ['invitation', 'byInvitation'],
    ['assigned', 'byAssignment'],
  ] as const)('%s is for those whom the leader asked', (mode, kind) => {
    expect(decide({ shift: aShift({ mode }), isMember: true })).toEqual({ kind });
    expect(decide({ shift: aShift({ mode }), isInvited: true })).toEqual({ kind: 'allowed' });
  });
});

describe('rest', () => {
  const night = anEntry('2026-11-24', '20:00', '22:30');

  it('of eight hours follows a night shift, whichever was taken first', () => {
    const next = (from: string) =>
      aShift({ startsAt: instantAt('2026-11-25', from), endsAt: instantAt('2026-11-25', '08:00') });
    expect(decide({ agenda: [night], shift: next('06:29') })).toMatchObject({ kind: 'tooLittleRest', with: night });
    expect(decide({ agenda: [night], shift: next('06:30') })).toEqual({ kind: 'allowed' });
    const morning = anEntry('2026-11-25', '06:29', '08:00');
    const asked = aShift({ startsAt: night.startsAt, endsAt: night.endsAt });
    expect(decide({ agenda: [morning], shift: asked })).toMatchObject({ kind: 'tooLittleRest', with: morning });
  });

  it('is nobody’s business after a shift in the day', () => {
    expect(decide({ agenda: [anEntry('2026-11-25', '09:00', '13:59')] })).toEqual({ kind: 'allowed' });
  });
});

describe('the cap of a day', () => {
  it('is eight hours over all teams, of the day in Liwan, unless the leader asks by name', () => {
    const morning = anEntry('2026-11-25', '08:00', '13:00');
    expect(decide({ agenda: [morning] })).toEqual({ kind: 'allowed' });
    const long = aShift({ endsAt: instantAt('2026-11-25', '17:01') });
    const refused = { kind: 'dayCap', day: '2026-11-25', minutes: 481, capMinutes: 480 };
    expect(decide({ agenda: [morning], shift: long })).toEqual(refused);
    expect(decide({ agenda: [morning], shift: long, isInvited: true })).toEqual({ kind: 'allowed' });
  });
});

describe('a shift of high risk', () => {
  it('is for adults', () => {
    const minor = { state: 'active', skills: [], adultFrom: '2027-11-26' } as const;
    const shift = aShift({ risk: 'high' });
    expect(decide({ volunteer: minor, shift })).toEqual({ kind: 'minorAtRisk', adultFrom: '2027-11-26' });
    expect(decide({ volunteer: minor, shift: aShift({ risk: 'raised' }) })).toEqual({ kind: 'allowed' });
    expect(decide({ shift })).toEqual({ kind: 'allowed' });
  });
});

describe('the weekly cap', () => {
  const eightHoursOn = (day: string) => anEntry(day, '09:00', '17:00');
  const shift = aShift({ startsAt: instantAt('2026-11-26', '09:00'), endsAt: instantAt('2026-11-26', '13:00') });

  it('counts what is there and what comes', () => {
    const agenda = [eightHoursOn('2026-11-24'), eightHoursOn('2026-11-25')];
    expect(decide({ agenda, shift })).toEqual({ kind: 'allowed' });
    expect(decide({ agenda, shift, weeklyCapMinutes: 20 * 60 - 1 })).toEqual({
      kind: 'weeklyCap',
      week: '2026-W48',
      minutes: 1200,
      capMinutes: 1199,
    });
  });

  it('counts an entry once that two weeks hold, and only what lies in the week', () => {
    const overSunday = { ...anEntry('2026-11-29', '22:00', '23:00'), endsAt: instantAt('2026-11-30', '02:00') };
    const late = aShift({ startsAt: instantAt('2026-11-30', '10:00'), endsAt: instantAt('2026-11-30', '12:00') });
    const agenda = [overSunday, overSunday];
    expect(decide({ agenda, shift: late, weeklyCapMinutes: 240 })).toEqual({ kind: 'allowed' });
    expect(decide({ agenda, shift: late, weeklyCapMinutes: 239 })).toMatchObject({ week: '2026-W49', minutes: 240 });
  });
});

it('an overlap is mutual, and means that some moment lies in both', () => {
  const range = fc
    .tuple(fc.nat(48), fc.integer({ min: 1, max: 24 }))
    .map(([from, length]) => ({ startsAt: shiftBy(now, from * hour), endsAt: shiftBy(now, (from + length) * hour) }));
  const hoursOf = (time: { startsAt: string; endsAt: string }) => {
    const hours = new Set<string>();
    for (let at = time.startsAt; at < time.endsAt; at = shiftBy(at, hour)) hours.add(at);
    return hours;
  };
  fc.assert(
    fc.property(range, range, (one, other) => {
      expect(overlap(one, other)).toBe(overlap(other, one));
      expect(overlap(one, other)).toBe([...hoursOf(one)].some((at) => hoursOf(other).has(at)));
    }),
  );
});

describe('a new shift', () => {
  const check = (changes: Partial<Parameters<typeof checkNewShift>[0]> = {}) =>
    checkNewShift({ ...aShift(), title: '荔枝湾平安巡逻', places: 20, now, ...changes });

  it('is in the future, of 1 to 200 places and at most a day long', () => {
    expect(check()).toEqual({ kind: 'allowed' });
    expect(check({ places: 200, endsAt: shiftBy(aShift().startsAt, 24 * hour) })).toEqual({ kind: 'allowed' });
  });

  it.each([
    ['补录', { title: '十月补录' }, 'titleSaysBackEntry'],
    ['補錄', { title: '補錄' }, 'titleSaysBackEntry'],
    ['补 录 in disguise', { title: '补·录 巡逻' }, 'titleSaysBackEntry'],
    ['a start that has come', { startsAt: now }, 'notInFuture'],
    ['an end at its start', { endsAt: aShift().startsAt }, 'endsBeforeStart'],
    ['more than a day', { endsAt: shiftBy(aShift().startsAt, 24 * hour + 1) }, 'tooLong'],
    ['sign-up that closes after the start', { signUpClosesAt: shiftBy(aShift().startsAt, 1) }, 'closesAfterStart'],
    ['no place', { places: 0 }, 'placesOutOfRange'],
    ['201 places', { places: 201 }, 'placesOutOfRange'],
    ['half a place', { places: 1.5 }, 'placesOutOfRange'],
  ])('is refused with %s', (_case, changes, kind) => {
    expect(check(changes)).toMatchObject({ kind });
  });
});
