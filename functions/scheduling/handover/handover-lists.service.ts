import { AppError } from '@kaifong/shared/kernel/errors.ts';
import type { Language } from '@kaifong/shared/kernel/language.ts';
import { mergedPage } from '@kaifong/shared/kernel/merged-page.ts';
import type { Page, PageQuery } from '@kaifong/shared/kernel/paging.ts';
import { platformErrors } from '@kaifong/shared/kernel/platform-errors.ts';
import type { Instant } from '@kaifong/shared/kernel/time.ts';
import { maskName } from '@kaifong/shared/people/mask.ts';
import type { Handover, HandoverOfShift, OpenHandoversQuery } from '@kaifong/shared/scheduling/handover/handover.ts';
import { decideTake } from '@kaifong/shared/scheduling/handover/handover-rules.ts';
import { isRisky } from '@kaifong/shared/scheduling/shifts/risk.ts';
import type * as z from 'zod';
import type { VolunteerFacts } from '../../people/index.ts';
import type { Request } from '../../platform/request.ts';
import type { SchedulingDeps } from '../deps.ts';
import { SignUpItem } from '../scheduling.table.ts';
import { shiftReader } from '../shifts/shift-reader.ts';
import { entriesOf, readOwn } from '../sign-up/agenda.ts';
import { comingTo, obstacleFor } from '../staffing/candidates.ts';
import { HandoverItem } from './handover.table.ts';
import { takeObstacle } from './taking.service.ts';

/** Who looks at handovers: the volunteer, with her teams. */
type Reader = Readonly<{ id: string; volunteer: VolunteerFacts | undefined; teams: readonly string[] }>;

/** Handovers as people look at them. */
export function handoverListsService({ table, people }: SchedulingDeps) {
  const shifts = shiftReader(table);

  async function readerOf({ actor }: Request): Promise<Reader | undefined> {
    const id = actor.scopesAs('volunteer').length > 0 ? actor.ownVolunteerId : undefined;
    if (id === undefined) return undefined;
    const [volunteer, teams] = await Promise.all([people.findVolunteer(id), people.rosters.teamsOf(id)]);
    return { id, volunteer, teams };
  }

  async function namesOf(handovers: readonly HandoverItem[]): Promise<ReadonlyMap<string, string>> {
    const ids = new Set(
      handovers.flatMap(({ giver, asked, taker }) => [giver, asked, taker].filter((id) => id !== undefined)),
    );
    const found = ids.size > 0 ? await people.findVolunteers([...ids].slice(0, 100)) : [];
    return new Map(found.map(({ id, name }) => [id, name]));
  }

  /** Why the reader may not take it. The rules are asked without the shift that she would give in return. */
  async function obstacleTo(
    handover: HandoverItem,
    reader: Reader | undefined,
    now: Instant,
  ): Promise<AppError | undefined> {
    if (!reader?.volunteer) return new AppError(platformErrors.notAllowed);
    const isOfTeam = reader.teams.includes(handover.teamScope);
    const obstacle = takeObstacle(decideTake(handover, { id: reader.id, isOfTeam }, now));
    if (obstacle) return obstacle;
    const shift = await shifts.mustFind(handover.shiftId);
    const { giver, shiftId: id, startsAt } = handover;
    const [{ weeks }, given] = await Promise.all([
      readOwn(table, reader.id, shift),
      table.get(SignUpItem, { volunteerId: giver, shiftId: id, startsAt }),
    ]);
    const coming = await comingTo(people, shift, given?.seat, reader.id);
    const agenda = entriesOf(weeks).filter(({ shiftId }) => shiftId !== handover.inReturn?.shiftId);
    return obstacleFor(people, reader.volunteer, shift, agenda, now, coming);
  }

  async function seenBy(
    { now }: Request,
    handovers: readonly HandoverItem[],
    reader: Reader | undefined,
    language: Language,
  ): Promise<Handover[]> {
    const names = await namesOf(handovers);
    return Promise.all(
      handovers.map(async (handover) => {
        const { giver, asked, taker, to, inReturn, words, teamScope, version: _, createdAt: _made, ...rest } = handover;
        const mine = reader?.id === giver ? 'giver' : asked !== undefined && reader?.id === asked ? 'asked' : 'other';
        const obstacle = handover.state === 'open' && mine !== 'giver' && (await obstacleTo(handover, reader, now));
        const nameOf = (id: string) => names.get(id) ?? '*';
        const knowsThem = mine !== 'other' || reader?.teams.includes(teamScope);
        return {
          ...{ ...rest, to, mine },
          giverName: knowsThem ? nameOf(giver) : maskName(nameOf(giver)),
          ...(asked && mine !== 'other' && { askedName: nameOf(asked) }),
          ...(taker && (mine === 'giver' || taker === reader?.id) && { takerName: nameOf(taker) }),
          ...(words && knowsThem && { words }),
          ...(inReturn && mine !== 'other' && { inReturn }),
          ...(obstacle && { refusal: { code: obstacle.code, detail: obstacle.messageIn(language) } }),
        };
      }),
    );
  }

  async function givenBy(
    request: Request,
    reader: Reader | undefined,
    giver: string,
    { limit, cursor }: PageQuery,
    language: Language,
  ): Promise<Page<Handover>> {
    const page = await table.query(HandoverItem, giver, { index: 'byGiver', limit, cursor, newestFirst: true });
    return { ...page, items: await seenBy(request, page.items, reader, language) };
  }

  return {
    /** Whether somebody is still looked for. */
    async isOpen(shiftId: string, id: string): Promise<boolean> {
      return (await table.get(HandoverItem, { shiftId, id }))?.state === 'open';
    },

    /** One handover, for whoever has its link. @throws AppError platform.notFound */
    async read(request: Request, shiftId: string, id: string, language: Language): Promise<Handover> {
      const handover = await table.get(HandoverItem, { shiftId, id });
      if (!handover) throw new AppError(platformErrors.notFound);
      const [[seen], shift] = await Promise.all([
        readerOf(request).then((reader) => seenBy(request, [handover], reader, language)),
        shifts.mustFind(shiftId),
      ]);
      if (!seen) throw new AppError(platformErrors.notFound);
      const { riskNotice = '', insurance = '' } = shift;
      return { ...seen, ...(isRisky(shift) && { risk: { riskNotice, insurance } }) };
    },

    /** The places that the person is asked to take and may take, by start: named, of her teams, and of everybody in a street. */
    async listOpen(
      request: Request,
      { street, ...page }: z.output<typeof OpenHandoversQuery>,
      language: Language,
    ): Promise<Page<Handover>> {
      const reader = await readerOf(request);
      if (!reader) return { items: [] };
      const { items, cursor } = await mergedPage(
        {
          lists: [reader.id, ...reader.teams, street].map(
            (audience) => (stretch) =>
              table.query(HandoverItem, audience, {
                index: 'openFor',
                ...stretch,
                range: { from: `${request.now}~`, ...stretch.range },
              }),
          ),
          placeOf: ({ startsAt, id }) => `${startsAt}#${id}`,
          to: '9999-12-31T00:00:00.000Z~',
          keep: ({ giver }) => giver !== reader.id,
        },
        page,
      );
      const seen = await seenBy(request, items, reader, language);
      return { items: seen.filter(({ refusal }) => !refusal), ...(cursor && { cursor }) };
    },

    /** What the person gave, the newest shift first, and what became of it. */
    async listGiven(request: Request, page: PageQuery, language: Language): Promise<Page<Handover>> {
      return givenBy(request, await readerOf(request), request.actor.volunteerId, page, language);
    },

    /** The same of a record that a merge made the person's. @throws AppError platform.notFound */
    async listGivenOfRecord(request: Request, volunteerId: string, page: PageQuery, language: Language) {
      await people.copies.mustBeHers(request, volunteerId);
      const herself = { id: volunteerId, volunteer: undefined, teams: [] };
      return givenBy(request, herself, volunteerId, page, language);
    },

    /** Who of a shift looks for somebody, or did, for those who manage it. @throws AppError platform.notFound */
    async listOfShift({ actor }: Request, shiftId: string, page: PageQuery): Promise<Page<HandoverOfShift>> {
      const { teamScope } = await shifts.mustFind(shiftId);
      actor.mustReach('shift.manage', { scope: teamScope });
      const range = { beginsWith: 'HANDOVER#' };
      const found = await table.query(HandoverItem, `SHIFT#${shiftId}`, { range, ...page, newestFirst: true });
      const names = await namesOf(found.items);
      return {
        ...found,
        items: found.items.map(({ giver, asked, taker, inReturn, words, ...handover }) => ({
          ...handover,
          giverId: giver,
          giverName: names.get(giver) ?? '*',
          ...(asked && { askedName: names.get(asked) ?? '*' }),
          ...(taker && { takerName: names.get(taker) ?? '*' }),
          ...(words && { words }),
          isSwap: inReturn !== undefined,
        })),
      };
    },
  };
}
