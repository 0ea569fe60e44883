import { type OnCallPage, onCallPaged } from '@kaifong/shared/care/events.ts';
import type { PageReason } from '@kaifong/shared/care/on-call/escalation.ts';
import { type OnDuty, onDuty } from '@kaifong/shared/care/on-call/rota.ts';
import type { DomainEvent } from '@kaifong/shared/kernel/events.ts';
import { type Instant, minute, shiftBy } from '@kaifong/shared/kernel/time.ts';
import type { CareDeps } from '../deps.ts';
import { DutyCardRecord } from '../sealed.ts';
import { MemberItem } from './rota.table.ts';
import { ableAt, answeringFor, dutiesIn } from './rota-reader.ts';

/** Calls people on call: whoever the rota has first, then the deputy, then all of a level. */
export type OnCallService = ReturnType<typeof onCallService>;

type Call = Readonly<{ escalationId: string; place: string; level: number; reason: PageReason }>;

export function onCallService(deps: CareDeps) {
  const { table, sealer, pageOnCall, log } = deps;

  /** Who is on duty for a place. A rota that cannot be read must keep nobody from being called: then it is as if it had nobody. */
  async function dutyAt(place: string, now: Instant): Promise<OnDuty> {
    try {
      const duties = await dutiesIn(deps, place, { from: now, until: shiftBy(now, minute) });
      const answering = answeringFor(
        duties.filter(({ from }) => from <= now),
        place,
      );
      return answering.length > 0 ? onDuty(answering, await ableAt(deps, place, now)) : {};
    } catch (error) {
      log.error('rota.unreadable', error);
      return {};
    }
  }

  async function phoneOf(member: string): Promise<string | undefined> {
    try {
      const row = await table.get(MemberItem, { member });
      return row && (await DutyCardRecord.open(sealer, row.sealed, member)).mobile;
    } catch (error) {
      log.error('rota.unreadable', error);
      return undefined;
    }
  }

  const phonesOf = async (members: readonly (string | undefined)[]) =>
    (await Promise.all(members.map((member) => member && phoneOf(member)))).filter(
      (phone) => phone !== undefined && phone !== '',
    ) as string[];

  return {
    /** The phones of those who have told theirs, E.164. */
    phonesOf,

    /**
     * Calls for an escalation: at first the one on duty, then the deputy, and from the first deadline on everybody of the level, those two among
     * them. Everybody is called at once where the rota has nobody.
     *
     * @returns the event to be written, whom it went to, and whether a deputy could be called next
     * @throws whatever keeps the call from going out
     */
    async call({ escalationId, place, level, reason }: Call, now: Instant) {
      const { first, deputy } = await dutyAt(place, now);
      const wanted = reason === 'opened' ? [first] : reason === 'deputy' ? [deputy] : [first, deputy];
      const phones = await phonesOf(wanted);
      const isByRota = level === 0 && phones.length > 0 && (reason === 'opened' || reason === 'deputy');
      const called: OnCallPage['called'] = !isByRota ? 'everyone' : reason === 'deputy' ? 'deputy' : 'first';
      const event: DomainEvent = onCallPaged.make(now, { escalationId, place, level, reason, called });
      await pageOnCall(onCallPaged.read(event), phones);
      return { event, called, hasDeputy: isByRota && deputy !== undefined };
    },
  };
}
