import { AppError } from '@kaifong/shared/kernel/errors.ts';
import { platformErrors } from '@kaifong/shared/kernel/platform-errors.ts';
import { maskMobile } from '@kaifong/shared/people/mask.ts';
import type {
  DeskCodeRequest,
  DeskMobileChange,
  MobileChange,
  MobileCodeRequest,
} from '@kaifong/shared/people/mobile/mobile-change.ts';
import { mobileErrors } from '@kaifong/shared/people/mobile/mobile-errors.ts';
import type { Requester } from '../../identity/index.ts';
import { commit } from '../../platform/commit.ts';
import type { Command } from '../../platform/request.ts';
import type { Write } from '../../platform/transact.ts';
import { untilSettled } from '../../platform/until-settled.ts';
import type { PeopleDeps } from '../deps.ts';
import { phoneTailIndexOf } from '../finding/phone-tail.ts';
import { formerHolders, formerMobileOf, tellOf } from '../merging/likeness.ts';
import { FormerMobileItem, LikenessItem, likenessHolds } from '../merging/merge.table.ts';
import { Volunteer } from '../people.table.ts';

type Answer = Readonly<{ mobile: string }>;

/**
 * Another mobile number for somebody who has an account: by codes to the new phone and to the old one, or at a desk where the old phone is
 * gone and a coordinator has seen the document.
 */
export function mobileService(deps: PeopleDeps) {
  const { table, sealer, identity } = deps;

  async function mustServe(volunteerId: string): Promise<Volunteer> {
    const volunteer = await table.get(Volunteer, { id: volunteerId });
    if (!volunteer) throw new AppError(platformErrors.notFound);
    return volunteer;
  }

  /** Whom a coordinator may give another number. @throws AppError platform.notFound, platform.notAllowed, and the mobile.* of a desk */
  async function mustBeAtDesk({ actor }: Command, volunteerId: string): Promise<Volunteer> {
    const volunteer = await mustServe(volunteerId);
    actor.mustReach('mobile.changeAtDesk', { scope: volunteer.community });
    if (actor.isVolunteer(volunteerId)) throw new AppError(mobileErrors.own);
    if (volunteer.closedAt || volunteer.state === 'merged') throw new AppError(mobileErrors.notServing);
    if (await identity.accountMerges.holdsOffice(volunteer.accountId)) throw new AppError(mobileErrors.holdsOffice);
    return volunteer;
  }

  /** What people keep of it: the end of the number, and that she had the one before; with whom it makes her look the same. */
  async function ofVolunteer(volunteer: Volunteer, mobile: string, before: string, now: string) {
    const { id: volunteerId, community, version } = volunteer;
    const [phoneTailIndex, index, holders] = await Promise.all([
      phoneTailIndexOf(sealer, mobile),
      formerMobileOf(sealer, before),
      formerHolders(deps, [mobile]),
    ]);
    const known = await table.get(LikenessItem, { index });
    const others = (known?.people ?? []).filter((each) => each.volunteerId !== volunteerId);
    const people = [...others.slice(-(likenessHolds - 1)), { volunteerId, community }];
    const likeness = { index, kind: 'formerMobile' as const, people, version: (known?.version ?? 0) + 1 };
    const writes: Record<string, Write> = {
      volunteer: table.put(Volunteer, { ...volunteer, phoneTailIndex, version: version + 1 }, { is: { version } }),
      former: table.put(
        FormerMobileItem,
        { volunteerId, at: now, index, masked: maskMobile(before) },
        { absent: true },
      ),
      likeness: table.put(LikenessItem, likeness, known ? { is: { version: known.version } } : { absent: true }),
    };
    return { writes, events: tellOf(holders.pairsOf({ volunteerId, community }, mobile), now) };
  }

  function change(
    command: Command,
    whose: Readonly<{ accountId: string; volunteerId?: string | undefined }>,
    { mobile, by, token }: Readonly<{ mobile: string; by: 'self' | 'desk'; token?: string }>,
    others: () => Promise<Record<string, Write>>,
  ): Promise<Answer> {
    const { accountId, volunteerId } = whose;
    const { now } = command;
    const answer = { mobile: maskMobile(mobile) };
    return untilSettled(async () => {
      const { before, writes, events } = await identity.mobileChanges.prepare({
        ...{ accountId, mobile, by, now },
        ...(token && { token }),
      });
      const own = volunteerId ? await ofVolunteer(await mustServe(volunteerId), mobile, before, now) : undefined;
      const outcome = await commit(
        command,
        table,
        { ...writes, ...own?.writes, ...(await others()) },
        { answer, events: [...events, ...(own?.events ?? [])] },
      );
      return outcome.committed ? answer : undefined;
    });
  }

  return {
    /** Sends a code to the new phone, or to the one that the account has. @throws AppError mobile.same, session.tooManyCodes, session.notDelivered */
    async sendCode(command: Command, { mobile, to }: MobileCodeRequest, requester: Requester) {
      const current = await identity.accounts.mobileOf(command.actor.accountId);
      if (mobile === current) throw new AppError(mobileErrors.same, {}, [{ path: 'mobile', code: 'mobile.same' }]);
      return to === 'new'
        ? identity.purposeCodes.send(command, 'newMobile', mobile, requester)
        : identity.purposeCodes.send(command, 'oldMobile', current, requester);
    },

    /**
     * Changes the own number. All other sessions end.
     *
     * @throws AppError session.codeWrong, session.codeExpired, mobile.same, mobile.known
     */
    async changeOwn(command: Command, { mobile, code, oldCode }: MobileChange, token: string): Promise<Answer> {
      const { accountId, ownVolunteerId: volunteerId } = command.actor;
      const current = await identity.accounts.mobileOf(accountId);
      return change(command, { accountId, volunteerId }, { mobile, by: 'self', token }, async () => ({
        code: await spent(command, 'newMobile', mobile, code, 'code'),
        oldCode: await spent(command, 'oldMobile', current, oldCode, 'oldCode'),
        audit: identity.audit.line(command, 'mobile.changed', volunteerId ?? accountId),
      }));
    },

    /** Sends a code to the new phone of somebody who stands at a desk. @throws AppError as `changeAtDesk` */
    async sendCodeAtDesk(command: Command, volunteerId: string, { mobile }: DeskCodeRequest, requester: Requester) {
      await mustBeAtDesk(command, volunteerId);
      return identity.purposeCodes.send(command, 'newMobile', mobile, requester);
    },

    /**
     * Changes the number of somebody whose old phone is gone, on the document that the coordinator saw. All sessions end.
     *
     * @throws AppError platform.notFound, platform.notAllowed, mobile.own, mobile.holdsOffice, mobile.notServing, and what `changeOwn` refuses
     */
    async changeAtDesk(command: Command, volunteerId: string, { mobile, code, reason }: DeskMobileChange) {
      const { accountId, community } = await mustBeAtDesk(command, volunteerId);
      return change(command, { accountId, volunteerId }, { mobile, by: 'desk' }, async () => ({
        code: await spent(command, 'newMobile', mobile, code, 'code'),
        ...(await identity.audit.withReason(command, 'mobile.changedAtDesk', `${volunteerId} ${community}`, reason)),
      }));
    },
  };

  /** The write that spends a code; a refusal lies at its field. */
  async function spent(
    command: Command,
    purpose: 'newMobile' | 'oldMobile',
    mobile: string,
    code: string,
    path: string,
  ): Promise<Write> {
    try {
      return await identity.purposeCodes.spend(command, purpose, mobile, code);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      throw new AppError(error.definition, error.facts, [{ path, code: 'code.wrong' }]);
    }
  }
}
