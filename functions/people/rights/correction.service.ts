import { AppError } from '@kaifong/shared/kernel/errors.ts';
import { newId } from '@kaifong/shared/kernel/ids.ts';
import type { Page, PageQuery } from '@kaifong/shared/kernel/paging.ts';
import { platformErrors } from '@kaifong/shared/kernel/platform-errors.ts';
import { dayOf, type Instant } from '@kaifong/shared/kernel/time.ts';
import { workingDaysAfter } from '@kaifong/shared/kernel/working-days.ts';
import { kindOf } from '@kaifong/shared/organisation/scope.ts';
import { correctionAnswered } from '@kaifong/shared/people/events.ts';
import { rightsErrors } from '@kaifong/shared/people/rights/rights-errors.ts';
import type {
  Correction,
  CorrectionAnswer,
  CorrectionToAnswer,
  NewCorrection,
} from '@kaifong/shared/people/rights/rights-schema.ts';
import { commit, mustCommit } from '../../platform/commit.ts';
import type { Command, Request } from '../../platform/request.ts';
import type { PeopleDeps } from '../deps.ts';
import { Volunteer } from '../people.table.ts';
import { CorrectionItem } from './rights.table.ts';

/** Requests of one person that may be open at once. */
const openAtOnce = 5;

/** An answer is due within so many working days. */
const answerDays = 15;

/** What a person cannot put right by herself, asked for and answered (个人信息保护法 arts. 46, 50). */
export function correctionService({ table, sealer, identity }: PeopleDeps) {
  const placeOf = (id: string, part: 'text' | 'answer') => `correction/${id}/${part}`;

  const dueOn = (askedAt: Instant) => workingDaysAfter(dayOf(askedAt), answerDays);

  async function inWords(item: CorrectionItem): Promise<Correction> {
    const { id, about, textSealed, askedAt, state, answerSealed, answeredAt } = item;
    return {
      id,
      about,
      text: await sealer.open(textSealed, placeOf(id, 'text')),
      askedAt,
      dueOn: dueOn(askedAt),
      state,
      ...(answerSealed && { answer: await sealer.open(answerSealed, placeOf(id, 'answer')) }),
      ...(answeredAt && { answeredAt }),
    };
  }

  async function listOf(volunteerId: string, { limit, cursor }: PageQuery) {
    const range = { beginsWith: 'CORRECTION#' };
    return table.query(CorrectionItem, `VOLUNTEER#${volunteerId}`, { range, limit, cursor, newestFirst: true });
  }

  async function ofVolunteer(volunteerId: string, query: PageQuery): Promise<Page<Correction>> {
    const page = await listOf(volunteerId, query);
    return { ...page, items: await Promise.all(page.items.map(inWords)) };
  }

  return {
    /** A volunteer's requests, newest first, with what came of them, for whoever may know already. */
    ofVolunteer,

    /** Her own. */
    own: ({ actor }: Request, query: PageQuery): Promise<Page<Correction>> => ofVolunteer(actor.volunteerId, query),

    /** Asks the coordinators of her community. @throws AppError rights.tooManyCorrections */
    async ask(command: Command, { about, text }: NewCorrection): Promise<Pick<Correction, 'id' | 'dueOn'>> {
      const { actor, now } = command;
      const { volunteerId } = actor;
      const [volunteer, { items }] = await Promise.all([
        table.get(Volunteer, { id: volunteerId }),
        listOf(volunteerId, { limit: 50 }),
      ]);
      if (!volunteer) throw new AppError(platformErrors.notFound);
      const count = items.filter(({ state }) => state === 'open').length;
      if (count >= openAtOnce) throw new AppError(rightsErrors.tooManyCorrections, { count });
      const id = newId('correction', Date.parse(now));
      const textSealed = await sealer.seal(text, placeOf(id, 'text'));
      const { community } = volunteer;
      const item = { id, volunteerId, community, about, textSealed, askedAt: now, state: 'open' } as const;
      const answer = { id, dueOn: dueOn(now) };
      await commit(
        command,
        table,
        {
          correction: table.put(CorrectionItem, item, { absent: true }),
          audit: identity.audit.line(command, 'correction.asked', `${volunteerId} ${community}`),
        },
        { answer },
      );
      return answer;
    },

    /** What waits for an answer at a place and below, by community and then oldest first. @throws AppError platform.notAllowed */
    async waiting(
      { actor }: Request,
      { place, limit, cursor }: PageQuery & Readonly<{ place: string }>,
    ): Promise<Page<CorrectionToAnswer>> {
      actor.mustReach('correction.answer', { scope: place });
      const page = await table.query(CorrectionItem, 'CORRECTIONS', {
        index: 'byPlaceAndState',
        range: { beginsWith: kindOf(place) === 'community' ? `${place}#` : `${place}/` },
        limit,
        cursor,
      });
      const people = await table.getAll(
        Volunteer,
        [...new Set(page.items.map(({ volunteerId }) => volunteerId))].map((id) => ({ id })),
      );
      const names = new Map(people.flatMap((person) => (person ? [[person.id, person.name] as const] : [])));
      const items = page.items.map(async (item) => {
        const { volunteerId } = item;
        return { ...(await inWords(item)), volunteerId, name: names.get(volunteerId) ?? '' };
      });
      return { ...page, items: await Promise.all(items) };
    },

    /** Answers a request, once. @throws AppError platform.notFound, platform.notAllowed, rights.alreadyAnswered */
    async answer(
      command: Command,
      { volunteerId, correctionId: id }: Readonly<{ volunteerId: string; correctionId: string }>,
      { outcome: state, answer: words }: CorrectionAnswer,
    ): Promise<{ done: true }> {
      const item = await table.get(CorrectionItem, { volunteerId, id });
      if (!item) throw new AppError(platformErrors.notFound);
      command.actor.mustReach('correction.answer', { scope: item.community });
      const volunteer = await table.get(Volunteer, { id: volunteerId });
      if (!volunteer) throw new AppError(platformErrors.notFound);
      const answerSealed = await sealer.seal(words, placeOf(id, 'answer'));
      const answered = { ...item, state, answerSealed, answeredAt: command.now };
      const { accountId } = volunteer;
      const outcome = await commit(
        command,
        table,
        {
          correction: table.put(CorrectionItem, answered, { is: { state: 'open' } }),
          audit: identity.audit.line(command, 'correction.settled', `${volunteerId} ${item.community}`),
        },
        { answer: { done: true }, events: [correctionAnswered.make(command.now, { volunteerId, accountId })] },
      );
      mustCommit(outcome, { correction: () => new AppError(rightsErrors.alreadyAnswered) });
      return { done: true };
    },
  };
}
