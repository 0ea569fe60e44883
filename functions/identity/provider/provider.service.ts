import { signInChanged } from '@kaifong/shared/identity/events.ts';
import { providerErrors } from '@kaifong/shared/identity/provider-errors.ts';
import type { Arrival, Arrived, Departure } from '@kaifong/shared/identity/provider-schema.ts';
import { AppError } from '@kaifong/shared/kernel/errors.ts';
import { platformErrors } from '@kaifong/shared/kernel/platform-errors.ts';
import { minute, shiftBy } from '@kaifong/shared/kernel/time.ts';
import { parseMobile } from '@kaifong/shared/people/mobile/mobile.ts';
import { nobody } from '../../platform/actor.ts';
import { commit } from '../../platform/commit.ts';
import { digestOf } from '../../platform/digest.ts';
import { EventItem } from '../../platform/outbox.ts';
import type { Command, Request } from '../../platform/request.ts';
import { transact, type Write } from '../../platform/transact.ts';
import { livingAccount } from '../accounts/living-account.ts';
import type { auditService } from '../audit/audit.service.ts';
import type { IdentityDeps } from '../deps.ts';
import { type Account, KnownDevice, MobileOwner } from '../identity.table.ts';
import { deviceDigest, type Requester } from '../sign-in/requester.ts';
import { meOf } from '../sign-in/session.service.ts';
import { sessionWrites } from '../sign-in/session-start.ts';
import { DepartureItem, ProviderLinkItem, SubjectOwner } from './provider.table.ts';
import { type Claims, type Proofs, providerClient } from './provider-client.ts';

/** How long somebody may take at the provider. */
const departureLife = 10 * minute;

/** Where on the site the provider sends people back to: it has to know the address beforehand. */
export const arrivalPath = '/sign-in/government/back';

type Came = Arrived & Readonly<{ token?: string }>;

/**
 * Signing in by the identity provider of the government. It signs in to accounts that there are: one that its person linked, or the one of the
 * number that the provider has checked. It never makes an account, and what it signs in with counts as a code does, not as a passkey.
 */
export function providerService(deps: IdentityDeps, audit: Pick<ReturnType<typeof auditService>, 'line'>) {
  const { table, sealer, signInWays } = deps;
  const settings = signInWays?.provider;
  const client = settings && providerClient(settings, `${signInWays.origin}${arrivalPath}`);

  function mustHaveClient() {
    if (!client) throw new AppError(providerErrors.notOffered);
    return client;
  }

  /** What a sign-in proves itself by follows from its state, so that nothing secret is kept. */
  async function proofsOf(state: string): Promise<Proofs> {
    const [nonce, verifier] = await Promise.all([
      sealer.blindIndex('providerNonce', state),
      sealer.blindIndex('providerVerifier', state),
    ]);
    return { state, nonce, verifier };
  }

  /** The writes that link a subject to an account, with what tells of it. */
  function linkWrites(command: Command, accountId: string, subject: string): Record<string, Write> {
    const { now } = command;
    const event = signInChanged.make(now, { accountId, change: 'providerLinked' });
    return {
      subject: table.put(SubjectOwner, { subject, accountId }, { absent: true }),
      link: table.put(ProviderLinkItem, { accountId, subject, linkedAt: now }, { absent: true }),
      audit: audit.line(command, 'provider.linked', accountId),
      linked: table.put(EventItem, event, { absent: true }),
    };
  }

  /** Whom a subject signs in to, and whether the link is yet to be made. @throws AppError provider.noAccount */
  async function accountFor(subject: string, mobile: string | undefined) {
    const linked = await table.get(SubjectOwner, { subject });
    if (linked) return { account: await livingAccount(deps, linked.accountId), isLinked: true };
    const parsed = mobile === undefined ? undefined : parseMobile(mobile);
    if (!parsed?.ok) return { account: undefined, isLinked: false };
    const owner = await table.get(MobileOwner, { mobileIndex: await sealer.blindIndex('mobile', parsed.e164) });
    return { account: owner && (await livingAccount(deps, owner.accountId)), isLinked: false };
  }

  const tokenOf = async (account: Account, state: string, { idempotencyKey }: Command) => {
    const secret = await sealer.blindIndex('session', `${state}#${idempotencyKey}`);
    return { secret, token: `${account.id}.${secret}` };
  };

  async function link(command: Command, departure: DepartureItem, subject: string): Promise<Came> {
    const { accountId = '', to, purpose } = departure;
    const outcome = await transact(table.client, linkWrites(command, accountId, subject));
    if (outcome.committed) return { purpose, to };
    const owner = await table.get(SubjectOwner, { subject });
    if (owner?.accountId === accountId) return { purpose, to };
    throw new AppError(owner ? providerErrors.linkedElsewhere : providerErrors.linkedAlready);
  }

  async function signIn(
    command: Command,
    departure: DepartureItem,
    { subject, mobile }: Claims,
    [requester, state]: [Requester, string],
  ): Promise<Came> {
    const { now } = command;
    const { account, isLinked } = await accountFor(subject, mobile);
    if (!account) throw new AppError(providerErrors.noAccount);
    const { digest, device, purpose, to } = departure;
    const { secret, token } = await tokenOf(account, state, command);
    const known = await table.get(KnownDevice, { accountId: account.id, device });
    const start = { account, secret, way: 'provider', device, isKnown: known !== undefined, requester, now } as const;
    const outcome = await transact<string>(table.client, {
      departure: table.adjust(DepartureItem, { digest }, { set: { signedIn: account.id } }, { present: true }),
      ...(isLinked ? {} : linkWrites(command, account.id, subject)),
      ...(await sessionWrites(deps, start)),
    });
    if (!outcome.committed) throw new AppError(providerErrors.linkedAlready);
    return { purpose, to, token, me: meOf(account, now) };
  }

  return {
    /** Where to go. @throws AppError provider.notOffered, provider.unavailable, platform.signInNeeded to link without being signed in */
    async depart(command: Command, device: string, { purpose, to }: Departure): Promise<{ location: string }> {
      const { actor, now } = command;
      if (purpose === 'link' && actor.accountId === nobody) throw new AppError(platformErrors.signInNeeded);
      const state = await sealer.blindIndex('providerState', `${device}#${command.idempotencyKey}`);
      const location = await mustHaveClient().address(await proofsOf(state));
      const departure = {
        ...{ digest: digestOf(state), purpose, device, expiresAt: shiftBy(now, departureLife) },
        ...(purpose === 'link' && { accountId: actor.accountId }),
        ...(to && { to }),
      };
      const answer = { location };
      await commit(command, table, { departure: table.put(DepartureItem, departure, { absent: true }) }, { answer });
      return answer;
    },

    /**
     * Takes in whoever comes back: once, in the browser they left with.
     *
     * @throws AppError provider.notOffered, provider.notFromHere, provider.expired, provider.givenUp, provider.notVerified, provider.unavailable,
     * provider.noAccount, provider.linkedElsewhere, provider.linkedAlready
     */
    async arrive(command: Command, { parameters }: Arrival, requester: Requester): Promise<Came> {
      const { actor, now } = command;
      const provider = mustHaveClient();
      const { state } = parameters;
      const digest = digestOf(state);
      const departure = await table.get(DepartureItem, { digest });
      const device = requester.deviceId ? deviceDigest(requester.deviceId) : '';
      const isTheirs = departure?.device === device && (departure.accountId ?? actor.accountId) === actor.accountId;
      if (!departure || !isTheirs) throw new AppError(providerErrors.notFromHere);
      const usedBy = digestOf(command.idempotencyKey);
      const before =
        departure.usedBy === usedBy && departure.signedIn && (await livingAccount(deps, departure.signedIn));
      if (before) {
        const { token } = await tokenOf(before, state, command);
        return { purpose: departure.purpose, to: departure.to, token, me: meOf(before, now) };
      }
      const spend = table.adjust(
        DepartureItem,
        { digest },
        { set: { usedBy } },
        { present: true, is: { usedBy: undefined } },
      );
      if (departure.expiresAt <= now || !(await transact(table.client, { spend })).committed) {
        throw new AppError(providerErrors.expired);
      }
      if (parameters.error !== undefined) throw new AppError(providerErrors.givenUp);
      const claims = await provider.claims(parameters, await proofsOf(state));
      const subject = await sealer.blindIndex('providerSubject', `${settings?.issuer}#${claims.subject}`);
      const told = { ...claims, subject };
      return departure.purpose === 'link'
        ? link(command, departure, subject)
        : signIn(command, departure, told, [requester, state]);
    },

    async linkOf({ actor }: Request) {
      const kept = await table.get(ProviderLinkItem, { accountId: actor.accountId });
      return { isOffered: client !== undefined, ...(kept && { linkedAt: kept.linkedAt }) };
    },

    /** @throws AppError platform.notFound when there is no link */
    async unlink(command: Command): Promise<{ done: true }> {
      const { accountId } = command.actor;
      const kept = await table.get(ProviderLinkItem, { accountId });
      if (!kept) throw new AppError(platformErrors.notFound);
      const { subject } = kept;
      const writes = {
        link: table.remove(ProviderLinkItem, { accountId }, { is: { subject } }),
        subject: table.remove(SubjectOwner, { subject }, { is: { accountId } }),
        audit: audit.line(command, 'provider.unlinked', accountId),
      };
      const events = [signInChanged.make(command.now, { accountId, change: 'providerUnlinked' })];
      const outcome = await commit(command, table, writes, { answer: { done: true }, events });
      if (!outcome.committed) throw new AppError(platformErrors.notFound);
      return { done: true };
    },
  };
}
