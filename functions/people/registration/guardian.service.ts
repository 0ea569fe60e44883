import { timingSafeEqual } from 'node:crypto';
import { AppError } from '@kaifong/shared/kernel/errors.ts';
import { platformErrors } from '@kaifong/shared/kernel/platform-errors.ts';
import type { Instant } from '@kaifong/shared/kernel/time.ts';
import { peopleErrors } from '@kaifong/shared/people/errors.ts';
import { maskMobile, maskName } from '@kaifong/shared/people/mask.ts';
import { consentVersions } from '@kaifong/shared/people/registration/consents.ts';
import type { GuardianAnswer, GuardianPage, OwnGuardianConsent } from '@kaifong/shared/people/registration/guardian.ts';
import * as z from 'zod';
import type { Requester } from '../../identity/index.ts';
import { commit, mustCommit } from '../../platform/commit.ts';
import type { Command, Request } from '../../platform/request.ts';
import type { Write } from '../../platform/transact.ts';
import type { PeopleDeps } from '../deps.ts';
import { accountPlaceOf } from '../sealed-places.ts';
import { expiryOf, GuardianItem } from './registration.table.ts';

const Parties = z.object({ childName: z.string(), guardianName: z.string(), mobile: z.string() });

/** Whose consent is asked for whom; the number in E.164 form. */
export type GuardianParties = z.output<typeof Parties>;

/**
 * A guardian's consent, by a code sent to the guardian's own phone. The guardian gives it on a page of their own, which the child
 * shows or sends them, before or after registering.
 */
export function guardianService({ table, sealer, identity }: PeopleDeps) {
  /** Not kept anywhere: it follows from who asks and when, and a new question makes a new one. */
  async function tokenOf({ accountId, askedAt }: Pick<GuardianItem, 'accountId' | 'askedAt'>): Promise<string> {
    const secret = await sealer.blindIndex('guardianLink', `${accountId}#${askedAt}`);
    return `${accountId}.${secret.slice(0, 22)}`;
  }

  const isOpen = (item: GuardianItem, now: Instant) => item.given !== undefined || expiryOf(item.askedAt) > now;

  async function partiesOf({ accountId, sealed }: GuardianItem): Promise<GuardianParties> {
    return Parties.parse(JSON.parse(await sealer.open(sealed, accountPlaceOf(accountId).guardianConsent)));
  }

  async function mustFind(token: string, now: Instant): Promise<GuardianItem> {
    const item = await table.get(GuardianItem, { accountId: token.split('.')[0] ?? '' });
    const known = item && Buffer.from(await tokenOf(item));
    const isKnown = known?.length === Buffer.byteLength(token) && timingSafeEqual(known, Buffer.from(token));
    if (!item || !isKnown || !isOpen(item, now)) throw new AppError(platformErrors.notFound);
    return item;
  }

  return {
    /** What was asked for the child of an account, and answered; `undefined` when nothing was. */
    find: (accountId: string): Promise<GuardianItem | undefined> => table.get(GuardianItem, { accountId }),

    /**
     * The write that asks a guardian, or asks anew when it is another child, guardian or number than before; none when the same
     * question stands, open or answered.
     */
    async ask(
      accountId: string,
      parties: GuardianParties,
      isUnder14: boolean,
      now: Instant,
    ): Promise<Write | undefined> {
      const before = await table.get(GuardianItem, { accountId });
      const sameAs = ({ guardianName, mobile, childName }: GuardianParties) =>
        guardianName === parties.guardianName && mobile === parties.mobile && childName === parties.childName;
      if (before && isOpen(before, now) && before.isUnder14 === isUnder14 && sameAs(await partiesOf(before))) {
        return undefined;
      }
      const sealed = await sealer.seal(JSON.stringify(parties), accountPlaceOf(accountId).guardianConsent);
      const asked = { accountId, sealed, isUnder14, askedAt: now };
      return table.put(GuardianItem, asked, before ? { is: { askedAt: before.askedAt } } : { absent: true });
    },

    /** Where the consent of the guardian of the person who asks stands. @throws AppError people.noGuardianNeeded */
    async readOwn({ actor: { accountId } }: Request): Promise<OwnGuardianConsent> {
      const item = await table.get(GuardianItem, { accountId });
      if (!item) throw new AppError(peopleErrors.noGuardianNeeded);
      const { guardianName, mobile } = await partiesOf(item);
      return {
        token: await tokenOf(item),
        guardian: { name: guardianName, mobile: maskMobile(mobile) },
        askedAt: item.askedAt,
        givenAt: item.given?.at,
      };
    },

    /** What a guardian reads on the page of their own. @throws AppError platform.notFound */
    async read({ now }: Request, token: string): Promise<GuardianPage> {
      const item = await mustFind(token, now);
      const { childName, guardianName, mobile } = await partiesOf(item);
      return {
        childName: maskName(childName),
        guardianName: maskName(guardianName),
        mobile: maskMobile(mobile),
        isUnder14: item.isUnder14,
        givenAt: item.given?.at,
      };
    },

    /**
     * Sends the code to the guardian's phone.
     *
     * @throws AppError platform.notFound, people.guardianConsented, session.tooManyCodes, session.notDelivered
     */
    async sendCode(command: Command, token: string, requester: Requester) {
      const item = await mustFind(token, command.now);
      if (item.given) throw new AppError(peopleErrors.guardianConsented);
      const { mobile } = await partiesOf(item);
      return identity.purposeCodes.send(command, 'guardianConsent', mobile, requester);
    },

    /**
     * Takes the consent of whoever has the code.
     *
     * @throws AppError platform.notFound, platform.invalidInput, people.guardianConsented, session.codeWrong, session.codeExpired
     */
    async answer(
      command: Command,
      token: string,
      { code, dataConsent }: GuardianAnswer,
    ): Promise<{ givenAt: Instant }> {
      const { now } = command;
      const item = await mustFind(token, now);
      if (item.given) throw new AppError(peopleErrors.guardianConsented);
      if (item.isUnder14 && !dataConsent) {
        throw new AppError(platformErrors.invalidInput, {}, [{ path: 'dataConsent', code: 'consent.needed' }]);
      }
      const { mobile } = await partiesOf(item);
      const given = {
        at: now,
        version: consentVersions.guardian,
        ...(dataConsent && { dataVersion: consentVersions.guardianData }),
      };
      const answer = { givenAt: now };
      const outcome = await commit(
        command,
        table,
        {
          code: await identity.purposeCodes.spend(command, 'guardianConsent', mobile, code),
          consent: table.put(GuardianItem, { ...item, given }, { is: { askedAt: item.askedAt, given: undefined } }),
          audit: identity.accounts.audit(
            { ...command, actor: { accountId: item.accountId } },
            'volunteer.guardianConsent',
            item.accountId,
          ),
        },
        { answer },
      );
      mustCommit(outcome, {
        code: () => new AppError(platformErrors.busy),
        consent: () => new AppError(peopleErrors.guardianConsented),
      });
      return answer;
    },

    /** The write that takes a consent back and asks anew, by another link. */
    async takeBack({ given: _, ...asked }: GuardianItem, now: Instant): Promise<Write> {
      return table.put(GuardianItem, { ...asked, askedAt: now }, { is: { askedAt: asked.askedAt } });
    },
  };
}

export type GuardianService = ReturnType<typeof guardianService>;
