import type { ServiceSeen } from '@kaifong/shared/attendance/doubt-rules.ts';
import type { DoubtKind } from '@kaifong/shared/attendance/doubts.ts';
import { attendanceSettings } from '@kaifong/shared/attendance/settings.ts';
import { type Random, seededRandom } from '@kaifong/shared/demo/random.ts';
import { dayOf, hour, minute, shiftBy, toInstant } from '@kaifong/shared/kernel/time.ts';

/** A service of the made-up month: as the rules see it, and by whom and with what it came. */
export type MadeUpService = ServiceSeen &
  Readonly<{ team: string; confirmedBy: string; enteredBy: string | undefined; device: string | undefined }>;

/** Four weeks of a district, and what was planted in them: of each kind whose hours, devices, teams or accounts are not honest. */
export type MadeUpMonth = Readonly<{ services: MadeUpService[]; planted: Record<DoubtKind, Set<string>> }>;

/** The kinds of cheat, and how many of each are planted. */
const cheatsOfEachKind = 12;
const teams = 200;
const teamsOfCommunity = 8;
const began = Date.parse('2026-10-31T16:00:00.000Z');

/** Only whole kilometres of Liwan matter here: a degree of latitude is 111 km, one of longitude there 102. */
const somewhere = (random: Random) => ({ longitude: 113.2 + random() * 0.06, latitude: 23.03 + random() * 0.11 });

/**
 * Makes four weeks that look like life: codes fail and lists help out, more so where members are old; couples share phones and leaders lend
 * theirs; leaders confirm late in the evening, and now and then catch up at night; people hurry from one shift to the next. Into that it
 * plants cheats of each kind, some bold and some timid. Always the same of a seed.
 */
export function makeMonth(seed: number): MadeUpMonth {
  const random = seededRandom(seed);
  const between = (least: number, most: number) => least + Math.floor(random() * (most - least + 1));
  /** Drawn from by itself, so that who enters by hand leaves the rest of a month as it is. */
  const ofHands = seededRandom(seed + 1_000);
  const services: MadeUpService[] = [];
  const planted: MadeUpMonth['planted'] = {
    ...{ oneDevice: new Set(), twoPlaces: new Set(), mostlyTicked: new Set(), batchAtNight: new Set() },
    ...{ roundTimes: new Set(), oneHand: new Set() },
  };

  const helpfulCommunities = new Set(
    Array.from({ length: teams / teamsOfCommunity }, (_, at) => at).filter(() => ofHands() < 0.1),
  );
  /** Who enters by hand for a team: its leader, and where a coordinator of the community helps out, she now and then. */
  function entererOf(team: string): string {
    const number = /^team (\d+)$/.exec(team)?.[1];
    const community = Math.floor(Number(number) / teamsOfCommunity);
    const helps = number !== undefined && helpfulCommunities.has(community) && ofHands() < 0.4;
    return helps ? `coordinator of community ${community}` : `leader of ${team}`;
  }

  /** A shift of a team: two or three hours on some day of the four weeks, mostly in the day or the evening. */
  function shiftOf(team: string, number: number) {
    const startsAt = toInstant(
      began + between(0, 27) * 24 * hour + between(8, 19) * hour + between(0, 1) * 30 * minute,
    );
    const endsAt = shiftBy(startsAt, between(4, 6) * 30 * minute);
    return { team, shiftId: `${team}-${number}`, title: team, startsAt, endsAt, place: somewhere(random) };
  }
  type Shift = ReturnType<typeof shiftOf>;

  /** One stay at a shift, by codes unless its times are given by a list. */
  function stay(
    { team, shiftId, title, place, ...shift }: Shift,
    volunteerId: string,
    more: Readonly<{
      entered?: readonly string[];
      enteredBy?: string;
      recordedAt?: string;
      device?: string | undefined;
    }> = {},
  ): MadeUpService {
    const { entered = [], recordedAt = shiftBy(shift.endsAt, between(2, 150) * minute), device } = more;
    const enteredBy = entered.length > 0 ? (more.enteredBy ?? entererOf(team)) : undefined;
    const [startedAt, endedAt] = [entered[0] ?? shift.startsAt, entered[1] ?? shift.endsAt];
    return {
      ...{ volunteerId, shiftId, title, startedAt, endedAt, shift, place, entered, recordedAt, team },
      ...{
        confirmedBy: `leader of ${team}`,
        enteredBy,
        device: entered.length > 0 ? undefined : (device ?? `phone of ${volunteerId}`),
      },
    };
  }

  /** Times as an honest list has them: those of the shift for who was there all along, else as the leader's clock showed them. */
  function honestTimes({ startsAt, endsAt }: Shift): string[] {
    const late = random() < 0.25 ? between(3, 40) : 0;
    const early = random() < 0.2 ? between(3, 40) : 0;
    return [shiftBy(startsAt, late * minute), shiftBy(endsAt, -early * minute)];
  }

  const shiftsOf = new Map<string, Shift[]>();
  /** Nobody has two places at the same time; here, nobody signs up twice a day but those who walk on below. */
  const busy = new Set<string>();
  for (let team = 0; team < teams; team += 1) {
    const name = `team ${team}`;
    const members = Array.from({ length: between(12, 30) }, (_, member) => `${name} member ${member}`);
    const ticks = random() < 0.1 ? 0.4 : 0.07;
    const shared = new Map(
      members.filter(() => random() < 0.06).map((member, at) => [member, `phone of ${members[at]}`]),
    );
    const catchesUp = random() < 0.03;
    const shifts = Array.from({ length: between(6, 14) }, (_, number) => shiftOf(name, number));
    shiftsOf.set(name, shifts);
    for (const shift of shifts) {
      const isCaughtUp = catchesUp && random() < 0.2;
      const isFree = (member: string) => !busy.has(`${member} on ${dayOf(shift.startsAt)}`);
      for (const member of members.filter((each) => isFree(each) && random() < 8 / members.length)) {
        busy.add(`${member} on ${dayOf(shift.startsAt)}`);
        const lent = random() < 0.01 ? `phone of ${members[0]}` : undefined;
        services.push(
          stay(shift, member, {
            ...(random() < ticks ? { entered: honestTimes(shift) } : { device: lent ?? shared.get(member) }),
            ...(isCaughtUp && { recordedAt: atNight(shift, between(0, 30)) }),
          }),
        );
      }
    }
  }

  // Some of the members walk on to a second team's shift on the same day, with time for the way.
  for (let walk = 0; walk < 150; walk += 1) {
    const before = services[between(0, services.length - 1)];
    if (!before) continue;
    const shift = shiftOf(`team ${between(0, teams - 1)}`, 100 + walk);
    const startsAt = shiftBy(before.endedAt, between(30, 120) * minute);
    busy.add(`${before.volunteerId} on ${dayOf(startsAt)}`);
    services.push(stay({ ...shift, startsAt, endsAt: shiftBy(startsAt, 2 * hour) }, before.volunteerId));
  }

  const anyTeam = () => `team ${between(0, teams - 1)}`;
  const anyShift = (team: string) => shiftsOf.get(team)?.[between(0, 5)] ?? shiftOf(team, 999);
  for (let cheat = 0; cheat < cheatsOfEachKind; cheat += 1) {
    const device = `bought phone ${cheat}`;
    planted.oneDevice.add(device);
    const players = between(4, 12);
    for (let player = 0; player < players; player += 1) {
      services.push(stay(anyShift(anyTeam()), `player ${cheat}-${player}`, { device }));
    }

    const real = services[between(0, services.length - 1)];
    if (real) {
      const place = { ...real.place, latitude: real.place.latitude > 23.085 ? 23.035 : 23.135 };
      const startsAt = shiftBy(real.startedAt, between(0, 60) * minute);
      const elsewhere = { ...shiftOf(anyTeam(), 200 + cheat), place, startsAt, endsAt: shiftBy(startsAt, 2 * hour) };
      planted.twoPlaces.add(real.volunteerId);
      services.push(stay(elsewhere, real.volunteerId, { entered: [elsewhere.startsAt, elsewhere.endsAt] }));
    }

    const sold = `sold team ${cheat}`;
    planted.mostlyTicked.add(sold);
    const sales = between(12, 60);
    for (let sale = 0; sale < sales; sale += 1) {
      const shift = shiftOf(sold, sale % 8);
      const isReal = random() < 0.1;
      services.push(stay(shift, `buyer ${cheat}-${sale}`, isReal ? {} : { entered: [shift.startsAt, shift.endsAt] }));
    }

    const sleepless = `sleepless team ${cheat}`;
    planted.batchAtNight.add(`leader of ${sleepless}`);
    const [nightShift, batch] = [shiftOf(sleepless, 0), between(8, 40)];
    for (let entry = 0; entry < batch; entry += 1) {
      services.push(stay(nightShift, `client ${cheat}-${entry}`, { recordedAt: atNight(nightShift, entry) }));
    }

    const clerk = `clerk ${cheat}`;
    planted.oneHand.add(clerk);
    const [customers, spread] = [18 + Math.floor(ofHands() * 43), 5 + Math.floor(ofHands() * 10)];
    for (let customer = 0; customer < customers; customer += 1) {
      const team = `team ${(cheat * 16 + (customer % spread)) % teams}`;
      const shift = shiftsOf.get(team)?.[customer % 5];
      if (!shift) continue;
      const entered = [shift.startsAt, shift.endsAt];
      const recordedAt = shiftBy(shift.endsAt, hour);
      services.push(stay(shift, `customer ${cheat}-${customer}`, { entered, enteredBy: clerk, recordedAt }));
    }

    const rounded = `round team ${cheat}`;
    planted.roundTimes.add(rounded);
    const entries = between(6, 20);
    for (let entry = 0; entry < entries; entry += 1) {
      const shift = shiftOf(rounded, entry % 6);
      const entered = [shiftBy(shift.startsAt, between(0, 1) * 30 * minute), shiftBy(shift.endsAt, -30 * minute)];
      services.push(stay(shift, `friend ${cheat}-${entry}`, random() < 0.8 ? { entered } : {}));
      services.push(stay(shift, `other ${cheat}-${entry}`));
    }
  }
  return { services: services.toSorted((one, other) => (one.recordedAt < other.recordedAt ? -1 : 1)), planted };
}

/** Half past one of the night after a shift, in Liwan, and so many seconds; later than any shift needs. */
function atNight({ endsAt }: Readonly<{ endsAt: string }>, seconds: number): string {
  const { hoursAfterShift } = attendanceSettings.doubts.batchAtNight;
  const night = Date.parse(`${endsAt.slice(0, 10)}T17:30:00.000Z`) + seconds * 1000;
  return toInstant(night - Date.parse(endsAt) < hoursAfterShift * hour ? night + 24 * hour : night);
}
