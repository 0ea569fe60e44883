import { doubtOfOneDevice } from '@kaifong/functions/attendance/doubts/demo.ts';
import { attendanceDemoItems, type MadeUpStay } from '@kaifong/functions/attendance/index.ts';
import { contestedNoShow } from '@kaifong/functions/attendance/no-show/demo.ts';
import { sealerFor } from '@kaifong/functions/platform/sealing.ts';
import { Table } from '@kaifong/functions/platform/table.ts';
import type { Write } from '@kaifong/functions/platform/transact.ts';
import { adjustmentDemoItem } from '@kaifong/functions/points/adjustments/demo.ts';
import { type Opening, pointsDemoItems } from '@kaifong/functions/points/demo.ts';
import { askedInDemo } from '@kaifong/functions/points/help/demo.ts';
import { rankingDemoItems } from '@kaifong/functions/points/rankings/demo.ts';
import { demoRules, rulesDemoItems } from '@kaifong/functions/points/rules/demo.ts';
import { type SettledActivity, schedulingDemoItems, seriesDemoItems } from '@kaifong/functions/scheduling/index.ts';
import { demoCommunity, demoStreet, demoTeam } from '@kaifong/shared/demo/accounts.ts';
import type { DemoActivity } from '@kaifong/shared/demo/activities.ts';
import type { DemoDistrict } from '@kaifong/shared/demo/district.ts';
import { newId } from '@kaifong/shared/kernel/ids.ts';
import { day, shiftBy } from '@kaifong/shared/kernel/time.ts';
import { isWithin } from '@kaifong/shared/organisation/scope.ts';
import { isMostlyNight } from '@kaifong/shared/scheduling/shifts/night.ts';
import type { ServedInDemo } from './attendance-load.ts';
import { madeUpSeries } from './series-load.ts';
import type { LocalSurroundings } from './surroundings.ts';

/** Somebody of the demo, as the rest of it needs to know them. */
export type LoadedVolunteer = Readonly<{ volunteerId: string; accountId: string; community: string }>;

type People = ReadonlyMap<number, LoadedVolunteer>;

/** The activities of the demo's teams: three weeks of shifts, who signed up, who came, and the hours and points of last week. */
export async function* teamworkLoad(
  { main }: LocalSurroundings,
  district: DemoDistrict,
  people: People,
  openings: readonly Opening[],
): AsyncGenerator<Write, ServedInDemo> {
  const table = (name: 'scheduling' | 'attendance' | 'points') => new Table(main.client, main.tableName(name));
  const now = main.now();
  const stays: MadeUpStay[] = [];
  const missed: Parameters<typeof contestedNoShow>[1][] = [];
  const known = [...district.activities];
  const withMissing = known.find(hasMissing);
  const activities = known.map((activity) => {
    const settled = settledOf(activity, people, shiftBy(now, -8 * day), now);
    const isWithMissing = activity === withMissing;
    stays.push(...staysOf(activity, settled, people, isWithMissing));
    if (isWithMissing) missed.push(missedIn(activity, settled, people));
    return settled;
  });
  yield* schedulingDemoItems(table('scheduling'), activities);
  yield* seriesDemoItems(table('scheduling'), madeUpSeries(known, people, now), now);

  stays.sort((one, other) => one.shift.startsAt.localeCompare(other.shift.startsAt));
  const { writes, records } = await attendanceDemoItems(table('attendance'), stays);
  yield* writes;
  for (const contested of missed) yield contestedNoShow(table('attendance'), contested);
  const doubt = doubtOfOneDevice(
    table('attendance'),
    records.filter(({ teamScope }) => isWithin(teamScope, demoStreet)),
  );
  if (doubt) yield doubt;
  const kinds = new Map(activities.flatMap(({ activity, shifts }) => shifts.map(({ id }) => [id, activity.kind])));
  const homes = new Map([...people.values()].map(({ volunteerId, community }) => [volunteerId, community]));
  const told = records.map((record) => ({
    ...record,
    community: homes.get(record.volunteerId) ?? '',
    at: record.recordedAt,
    activity: {
      kind: kinds.get(record.shiftId) ?? 'patrol',
      atNight: isMostlyNight({ startsAt: record.startedAt, endsAt: record.endedAt }),
    },
  }));
  const sealer = sealerFor(main.keyring);
  // Somebody without a demo account, so that whoever tries one finds a request to look after.
  const asker = told.find(
    ({ volunteerId, community }) =>
      community === demoCommunity && openings.every((opening) => opening.volunteerId !== volunteerId),
  );
  const asked = asker ? [await askedInDemo(sealer, asker, now)] : [];
  yield* pointsDemoItems(table('points'), told, openings, demoRules(now), asked);
  yield* rankingDemoItems(table('points'), told);
  const [someone] = people.values();
  if (someone) yield* rulesDemoItems(table('points'), told, now, someone.accountId);
  const other = [...people.values()].find((one) => one !== someone && one.community === demoCommunity);
  if (someone && other) yield adjustmentDemoItem(table('points'), other, someone.accountId, now);
  const [first] = activities.filter(({ activity }) => activity.teamScope === demoTeam);
  if (!first) throw new Error('the demo team has no activity');
  const { longitude, latitude } = first.activity.place;
  const shifts = first.shifts.filter(({ state }) => state === 'finished');
  return { records, stays, shifts, meetsAt: { longitude, latitude } };
}

function settledOf(
  { title, team, place, shifts }: DemoActivity,
  people: People,
  createdAt: string,
  now: string,
): SettledActivity {
  const activityId = newId('activity', Date.parse(createdAt));
  return {
    activity: {
      id: activityId,
      title,
      kind: team.kind,
      teamScope: team.scope,
      // The centres of the demo's communities are as good as any exact place: its meeting places have fences.
      place: { name: place.name, longitude: place.lng, latitude: place.lat, fenceMetres: 300 },
      createdAt,
    },
    shifts: shifts.map(({ startsAt, endsAt, places, neededSkill, roles, state, signUps }) => ({
      id: newId('shift', Date.parse(createdAt)),
      startsAt,
      endsAt,
      places,
      ...(neededSkill && { neededSkill }),
      ...(roles && { roles: [...roles] }),
      state: state === 'finished' ? 'finished' : 'open',
      signedUp: signUps.map(({ serial }) => known(people, serial).volunteerId),
      ...(team.index === 0 &&
        startsAt > shiftBy(now, day) &&
        startsAt < shiftBy(now, 5 * day) && { handover: handoverOf(signUps, people, now) }),
      signedUpAt: createdAt,
    })),
  };
}

/**
 * Who came. What is over was confirmed by the leader, but for the leader's own stay, which somebody else has to confirm, and for some of
 * the first team's last shift, so that a demo has something to confirm.
 */
function* staysOf(
  { team, shifts }: DemoActivity,
  { activity, shifts: settled }: SettledActivity,
  people: People,
  isWithMissing: boolean,
): Generator<MadeUpStay> {
  const leader = known(people, team.index);
  for (const [index, { signUps, startsAt, endsAt }] of shifts.entries()) {
    const shift = { id: settled[index]?.id ?? '', title: activity.title, teamScope: team.scope, startsAt, endsAt };
    const isLastOfFirst = team.index === 0 && index === 1;
    for (const [place, { serial, checkedInAt, checkedOutAt }] of signUps.entries()) {
      const isMissing = isWithMissing && index === 0 && place === signUps.length - 1;
      if (!checkedInAt || isMissing) continue;
      const { volunteerId } = known(people, serial);
      const waits = volunteerId === leader.volunteerId || (isLastOfFirst && place > 1);
      yield {
        shift,
        volunteerId,
        checkedInAt,
        ...(checkedOutAt && { checkedOutAt }),
        ...(checkedOutAt && !waits && { confirmedBy: leader.accountId }),
      };
    }
  }
}

/** Of the teams of the demo's street, one whose first shift a plain member missed: the last who was to come. */
function hasMissing({ team, shifts: [first] }: DemoActivity): boolean {
  return team.index > 0 && team.scope.startsWith(`${demoStreet}/`) && first !== undefined && first.signUps.length > 1;
}

/** What the leader marked, and the person sees otherwise. */
function missedIn(
  { team, shifts: [first] }: DemoActivity,
  { activity, shifts: [settled] }: SettledActivity,
  people: People,
) {
  const last = first?.signUps.at(-1);
  if (!first || !settled || !last) throw new Error(`nobody was to come to the first shift of ${team.scope}`);
  const { startsAt, endsAt } = first;
  return {
    shift: { id: settled.id, title: activity.title, teamScope: team.scope, startsAt, endsAt },
    volunteerId: known(people, last.serial).volunteerId,
    markedBy: known(people, team.index).accountId,
    statement: '那天我到了，手机没电签不了到，和队长打过招呼。',
  };
}

/** Somebody of the first team cannot come next week: the last of those who are to. */
function handoverOf(signUps: DemoActivity['shifts'][number]['signUps'], people: People, now: string) {
  const last = signUps.at(-1);
  if (!last) return undefined;
  return {
    giver: known(people, last.serial).volunteerId,
    words: '那天要带孩子打针，拜托各位啦',
    at: shiftBy(now, -day),
  };
}

function known(people: People, serial: number): LoadedVolunteer {
  const volunteer = people.get(serial);
  if (!volunteer) throw new Error(`nobody has the serial ${serial}`);
  return volunteer;
}
