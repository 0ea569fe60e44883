import type { MadeUpSeries } from '@kaifong/functions/scheduling/index.ts';
import type { DemoActivity } from '@kaifong/shared/demo/activities.ts';
import { newId } from '@kaifong/shared/kernel/ids.ts';
import { dayOf, type Instant } from '@kaifong/shared/kernel/time.ts';
import type { TeamKind } from '@kaifong/shared/organisation/team-kinds.ts';
import { addDays, type NewSeriesRule, SeriesRule } from '@kaifong/shared/scheduling/series/series-rule.ts';
import type { LoadedVolunteer } from './teamwork-load.ts';

type Plan = Readonly<{
  title: string;
  kind: TeamKind;
  place: string;
  rule: Omit<NewSeriesRule, 'from'>;
  places: number;
  regulars: number;
  asking: number;
}>;

/** What the first teams do week after week, at hours at which their other shifts are not; `{}` is their community. */
const plans: readonly (readonly Plan[])[] = [
  [
    {
      ...{ title: '{}上学路护学岗', kind: 'patrol', place: '{}小学正门', places: 4, regulars: 2, asking: 1 },
      rule: {
        ...{ weekdays: ['MO', 'WE', 'FR'], startsAt: '07:20', endsAt: '08:10' },
        ...{ holidays: 'workingDays', onMakeUpDays: true },
      },
    },
    {
      ...{ title: '{}河涌清洁日', kind: 'environment', place: '{}涌口', places: 8, regulars: 1, asking: 0 },
      rule: { weekdays: ['SA'], ofMonth: 1, startsAt: '08:30', endsAt: '10:00', holidays: 'skipped' },
    },
  ],
  [
    {
      ...{ title: '{}晚间骑行', kind: 'cyclingPatrol', place: '{}驿站', places: 5, regulars: 2, asking: 0 },
      rule: { weekdays: ['TU', 'FR'], startsAt: '21:00', endsAt: '22:00', holidays: 'skipped' },
    },
  ],
];

/** The series of the first teams, with some of their plain members as regulars. */
export function* madeUpSeries(
  activities: readonly DemoActivity[],
  people: ReadonlyMap<number, LoadedVolunteer>,
  now: Instant,
): Generator<MadeUpSeries> {
  for (const [team, ofTeam] of plans.entries()) {
    const known = activities[team];
    if (!known) continue;
    const { community, scope: teamScope } = known.team;
    const where = (words: string) => words.replace('{}', community.name['zh-Hans'].replace('社区', ''));
    // The first two have demo accounts, whose days are kept free for trying things out.
    const serials = [...new Set(known.shifts.flatMap(({ signUps }) => signUps.map(({ serial }) => serial)))].slice(2);
    const members = serials.flatMap((serial) => people.get(serial)?.volunteerId ?? []);
    for (const { title, kind, place, rule, places, regulars, asking } of ofTeam) {
      const id = newId('activity', Date.parse(now));
      const from = addDays(dayOf(now), 1);
      const placeName = where(place);
      const { lng: longitude, lat: latitude } = known.place;
      const at = { name: placeName, longitude, latitude };
      yield {
        activity: { ...{ id, title: where(title), kind, teamScope, place: at, createdAt: now } },
        series: {
          ...{ id: newId('series', Date.parse(now)), activityId: id, teamScope, title: where(title), placeName },
          phases: [{ from, rule: SeriesRule.parse({ ...rule, from }), shift: { places } }],
          ...{ exceptions: [], version: 1, createdAt: now, trail: [{ at: now, by: '', reach: 'new' }] },
        },
        regulars: members.slice(0, regulars),
        asking: members.slice(regulars, regulars + asking),
      };
    }
  }
}
