import { AppError } from '@kaifong/shared/kernel/errors.ts';
import { newId } from '@kaifong/shared/kernel/ids.ts';
import type { Page, PageQuery } from '@kaifong/shared/kernel/paging.ts';
import { platformErrors } from '@kaifong/shared/kernel/platform-errors.ts';
import { dayOf, hour, shiftBy } from '@kaifong/shared/kernel/time.ts';
import { placeErrors } from '@kaifong/shared/organisation/errors.ts';
import { isClosedOn } from '@kaifong/shared/organisation/validity.ts';
import { heldFor, helpSettings, helpTimeVerdict, takenBackWords } from '@kaifong/shared/points/help/help.ts';
import { helpErrors as errors } from '@kaifong/shared/points/help/help-errors.ts';
import { helpTakenBack } from '@kaifong/shared/points/help/help-events.ts';
import type { NewHelp, OwnHelp } from '@kaifong/shared/points/help/help-schema.ts';
import { escrowAccount } from '@kaifong/shared/points/ledger/accounts.ts';
import type { Actor } from '../../platform/actor.ts';
import { commit } from '../../platform/commit.ts';
import type { Command, Request } from '../../platform/request.ts';
import { untilSettled } from '../../platform/until-settled.ts';
import type { PointsDeps } from '../deps.ts';
import { absorbedBy, areOwn } from '../holder.ts';
import { emptyAccount, movedAccount, movement } from '../movement.ts';
import { newestOf } from '../newest-of.ts';
import { VolunteerAccount } from '../points.table.ts';
import { shardOf } from '../shards.ts';
import { endedHelp, paidOf } from './ended.ts';
import { HelpItem, OpenHelpItem, OpenHelps, OwnHelpItem } from './help.table.ts';
import { openWords, sealedWords } from './words-of-help.ts';

/** An hour of help for an hour of points, to whoever asks for it. */
export function helpService({ table, sealer, people, organisation, scheduling }: PointsDeps) {
  /** @throws AppError help.notActive, .tooSoon, .tooFar, .notByDay, place.unknown, place.closed */
  async function mustBeSound({ actor, now }: Command, help: NewHelp): Promise<void> {
    const time = helpTimeVerdict(help, now);
    const { hoursBefore: hours, daysAhead: days, from, to } = helpSettings;
    if (time !== 'granted') throw new AppError(errors[time], { hours, days, from, to });
    const [[person], place] = await Promise.all([
      people.findVolunteers([actor.volunteerId]),
      organisation.mustFindPlace(help.community),
    ]);
    if (person?.state !== 'active') throw new AppError(errors.notActive);
    if (isClosedOn(place, dayOf(now))) throw new AppError(placeErrors.closed, { name: place.name });
  }

  /** `undefined` when another booking of hers came first and all is to be looked at again. */
  async function askOnce(command: Command, { what, where, ...help }: NewHelp) {
    const { now, actor } = command;
    const { volunteerId } = actor;
    const account = (await table.get(VolunteerAccount, { volunteerId })) ?? emptyAccount(volunteerId);
    const points = heldFor(help);
    if (account.balance < points) throw new AppError(errors.tooFewPoints, { points, balance: account.balance });
    const id = newId('help', Date.parse(now));
    const { kind, startsAt, hours, community } = help;
    const item: HelpItem = {
      ...help,
      ...{ id, volunteerId, state: 'asked', held: points, helped: [], askedAt: now, version: 0 },
      wordsSealed: await sealedWords(sealer, id, { what, where }),
      endsAt: shiftBy(startsAt, hours * hour),
      // A shift that nobody could sign up for in time would help nobody.
      dueAt: startsAt,
    };
    const escrow = escrowAccount(shardOf(volunteerId));
    const move = { points: -points, against: escrow, reference: `help/${id}`, at: now };
    const answer = { id, balance: account.balance - points };
    const writes = {
      help: table.put(HelpItem, item, { absent: true }),
      own: table.put(OwnHelpItem, { volunteerId, id }, { absent: true }),
      open: table.put(OpenHelpItem, { community, startsAt, id }, { absent: true }),
      count: table.adjust(
        OpenHelps,
        { volunteerId },
        { add: { open: 1 }, set: { volunteerId } },
        { below: { open: helpSettings.mostOpen } },
      ),
      ...movement(table, account, { ...move, kind: 'helpHeld', about: kind }),
      escrow: movedAccount(table, escrow, points),
    };
    const outcome = await commit(command, table, writes, { answer });
    if (outcome.committed) return answer;
    if (outcome.refused.has('count')) throw new AppError(errors.tooMany, { most: helpSettings.mostOpen });
    return undefined;
  }

  const isHers = (actor: Actor, { volunteerId }: HelpItem): Promise<boolean> => areOwn(table, actor, volunteerId);

  async function withdrawOnce(command: Command, id: string) {
    const help = await table.get(HelpItem, { id });
    if (!help || !(await isHers(command.actor, help))) throw new AppError(platformErrors.notFound);
    if (help.state !== 'asked' && help.state !== 'planned') throw new AppError(errors.notOpen);
    const { now } = command;
    const { shift } = help;
    const ofShift = shift ? await scheduling.helpShifts.callOff(command, shift.id, takenBackWords) : {};
    if (!ofShift) throw new AppError(errors.begun, { days: helpSettings.settleDays });
    const { after, writes } = await endedHelp(table, help, { state: 'withdrawn', now });
    const events = shift ? [helpTakenBack.make(now, { shiftId: shift.id })] : [];
    const answer = { id, state: after.state };
    const outcome = await commit<string>(command, table, { ...writes, ...ofShift }, { answer, events });
    return outcome.committed ? answer : undefined;
  }

  async function shown(help: HelpItem): Promise<OwnHelp> {
    const { shift, state, held } = help;
    const [words, free] = await Promise.all([
      openWords(sealer, help),
      shift && state === 'planned' ? scheduling.freePlacesOf(shift.id) : undefined,
    ]);
    const paid = paidOf(help);
    const coming = free === undefined ? {} : { coming: Math.max(0, help.helpers - free) };
    return { ...help, ...words, ...coming, paid, back: heldFor(help) - paid - held };
  }

  async function listOver(volunteerIds: readonly string[], page: PageQuery): Promise<Page<OwnHelp>> {
    const own = await newestOf(table, { type: OwnHelpItem, id: 'help', prefix: 'HELP' }, volunteerIds, page);
    const found = (await table.getAll(HelpItem, own.items)).filter((help) => help !== undefined);
    return { ...own, items: await Promise.all(found.map(shown)) };
  }

  return {
    /**
     * Asks for help and holds the points for it.
     *
     * @throws AppError help.notActive, .tooFewPoints, .tooMany, .tooSoon, .tooFar, .notByDay, place.unknown, place.closed
     */
    async ask(command: Command, help: NewHelp) {
      await mustBeSound(command, help);
      return untilSettled(() => askOnce(command, help));
    },

    /**
     * Takes a request back, and its points; a shift that was made of it is called off in the same transaction, until it begins.
     *
     * @throws AppError platform.notFound, help.notOpen, .begun
     */
    withdraw: (command: Command, id: string) => untilSettled(() => withdrawOnce(command, id)),

    /** What she asked for, also under records that went into hers, newest first. @throws AppError platform.cursorInvalid */
    async listOwn({ actor: { volunteerId } }: Request, page: PageQuery): Promise<Page<OwnHelp>> {
      return listOver([volunteerId, ...(await absorbedBy(table, volunteerId))], page);
    },

    /** What was asked for under one record, for whoever may know already. */
    listOf: (volunteerId: string, page: PageQuery) => listOver([volunteerId], page),
  };
}
