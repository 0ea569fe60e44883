import type { DomainEvent, EventType } from '@kaifong/shared/kernel/events.ts';
import type { Notice } from '@kaifong/shared/notifications/notice.ts';
import {
  placeMoved,
  regularAsked,
  regularDeclined,
  regularInvited,
  regularJoined,
  regularResumed,
  standingRefused,
} from '@kaifong/shared/scheduling/series/series-events.ts';
import { reasonForLeader } from '@kaifong/shared/scheduling/sign-up/standing-words.ts';
import { on, type Reaction } from '../platform/outbox.ts';
import type { Notifications } from './index.ts';

type OfRegular = { seriesId: string; volunteerId: string };
type KindOfSeries = 'regularInvited' | 'regularJoined' | 'regularDeclined' | 'regularResumed';

/** What regulars of a series and their leaders are told. */
export function seriesNotices({ inbox, shiftFacts, seriesFacts, findVolunteer, leaderOf }: Notifications): Reaction[] {
  async function mustFindSeries(seriesId: string) {
    const series = await seriesFacts(seriesId);
    if (!series) throw new Error(`${seriesId} does not exist`);
    return series;
  }

  async function tellOf({ seriesId, volunteerId }: OfRegular, event: DomainEvent, kind: KindOfSeries): Promise<void> {
    const { title } = await mustFindSeries(seriesId);
    await inbox.tellVolunteer(volunteerId, event, { kind, seriesId, title });
  }

  const aboutSeries = <Data extends OfRegular>(type: EventType<Data>, kind: KindOfSeries): Reaction =>
    on(type, (regular, event) => tellOf(regular, event, kind));

  return [
    aboutSeries(regularInvited, 'regularInvited'),
    aboutSeries(regularJoined, 'regularJoined'),
    aboutSeries(regularDeclined, 'regularDeclined'),
    // Whoever is paused, or goes on with all of them, is told why by what brought it about: a notice for each series would say it again.
    on(regularResumed, async ({ because, ...regular }, event) => {
      if (because === undefined) await tellOf(regular, event, 'regularResumed');
    }),
    on(regularAsked, async ({ seriesId, volunteerId }, event) => {
      const [series, volunteer] = await Promise.all([mustFindSeries(seriesId), findVolunteer(volunteerId)]);
      const leader = await leaderOf(series.teamScope);
      if (leader === undefined || !volunteer) return;
      const { title } = series;
      await inbox.tellVolunteer(leader, event, { kind: 'regularAsked', seriesId, title, name: volunteer.name });
    }),
    on(standingRefused, async ({ shiftId, volunteerId, code, why }, event) => {
      const [shift, volunteer] = await Promise.all([shiftFacts(shiftId), findVolunteer(volunteerId)]);
      if (!shift || !volunteer) throw new Error(`${event.type} is about what does not exist`);
      const { title, startsAt, teamScope } = shift;
      const about = { shiftId, title, startsAt };
      await inbox.tellVolunteer(volunteerId, event, { kind: 'standingRefused', ...about, why });
      const leader = await leaderOf(teamScope);
      if (leader === undefined || leader === volunteerId) return;
      const notice: Notice = { kind: 'regularMissing', ...about, name: volunteer.name, why: reasonForLeader(code) };
      await inbox.tellVolunteer(leader, event, notice);
    }),
    on(placeMoved, async ({ shiftId, volunteerId }, event) => {
      const shift = await shiftFacts(shiftId);
      if (!shift) throw new Error(`${event.type} is about a shift that does not exist`);
      const { title, startsAt, place } = shift;
      await inbox.tellVolunteer(volunteerId, event, {
        kind: 'placeMoved',
        ...{ shiftId, title, startsAt, place: place.name },
      });
    }),
  ];
}
