import { grantEnded, grantGiven } from '@kaifong/shared/identity/events.ts';
import { grantErrors } from '@kaifong/shared/identity/grant-errors.ts';
import type { Deputising, EndedGrant, GivenGrant } from '@kaifong/shared/identity/grant-schema.ts';
import { deputyGrants, type GrantDecision, isLeave, mayEnd, mayGrant } from '@kaifong/shared/identity/granting.ts';
import { type Grant, grantStateAt, type HeldGrant } from '@kaifong/shared/identity/roles.ts';
import { AppError } from '@kaifong/shared/kernel/errors.ts';
import { platformErrors } from '@kaifong/shared/kernel/platform-errors.ts';
import { type Day, day, type Instant, instantAt, shiftBy } from '@kaifong/shared/kernel/time.ts';
import { kindOf } from '@kaifong/shared/organisation/scope.ts';
import { commit } from '../../platform/commit.ts';
import type { Command } from '../../platform/request.ts';
import { untilSettled } from '../../platform/until-settled.ts';
import type { AccountService } from '../accounts/account.service.ts';
import type { auditService } from '../audit/audit.service.ts';
import type { IdentityDeps } from '../deps.ts';
import { Account } from '../identity.table.ts';
import { mobileOf } from '../sign-in/mobile.ts';
import { isSameGrant, withGrants } from './grant-writes.ts';

type Answer = Readonly<{ accountId: string; grants: Grant[] }>;

/** Gives roles, ends them, and lets somebody stand in; each is told to the person by an event and written to the audit. */
export function grantingService(
  { table, organisation }: IdentityDeps,
  accounts: AccountService,
  audit: Pick<ReturnType<typeof auditService>, 'line'>,
) {
  async function mustExist(scope: string): Promise<void> {
    if (kindOf(scope) === 'team') await organisation.mustFindTeam(scope);
    else await organisation.mustFindPlace(scope);
  }

  /** Puts these grants into the account, with their audit lines and events; `undefined` when it changed meanwhile. */
  async function add(
    command: Command,
    account: Account,
    added: readonly HeldGrant[],
    action: 'role.given' | 'deputy.named',
  ): Promise<Answer | undefined> {
    const answer = { accountId: account.id, grants: added.map(({ role, scope }) => ({ role, scope })) };
    const writes = {
      ...accounts.regrant(account, withGrants(account.grants, added, command.now)),
      ...auditOf(command, account.id, added, action),
    };
    const outcome = await commit(command, table, writes, { answer, events: eventsOf(command, account.id, added) });
    return outcome.committed ? answer : undefined;
  }

  function auditOf(command: Command, accountId: string, grants: readonly HeldGrant[], action: string) {
    const line = ({ role, scope, from, until }: HeldGrant) =>
      audit.line(command, action, [accountId, role, scope, from, until].filter(Boolean).join(' '));
    return Object.fromEntries(grants.map((grant, index) => [`audit ${index}`, line(grant)]));
  }

  async function open(command: Command, mobile: string, name: string, grant: HeldGrant): Promise<Answer | undefined> {
    const { accountId, writes } = await accounts.open({ mobile, name, grants: [grant], now: command.now });
    const answer = { accountId, grants: [{ role: grant.role, scope: grant.scope }] };
    const outcome = await commit(
      command,
      table,
      { ...writes, ...auditOf(command, accountId, [grant], 'role.given') },
      { answer, events: eventsOf(command, accountId, [grant]) },
    );
    return outcome.committed ? answer : undefined;
  }

  return {
    /**
     * Gives a role to the person of a mobile number; one who is new here gets an account.
     *
     * @throws AppError grant.own, grant.notGrantable, grant.aboveOwn, grant.outlivesOwn, grant.twoAdministrators,
     * grant.administratorInCare, grant.held, grant.nameless, place.unknown
     */
    async give(command: Command, input: GivenGrant): Promise<Answer> {
      const { actor, now } = command;
      const mobile = mobileOf(input.mobile);
      const { role, scope } = input;
      const grant = { role, scope, ...period(input, now), grantedBy: actor.accountId };
      return untilSettled(async () => {
        const accountId = await accounts.accountOf(mobile);
        must(mayGrant(actor, { ...grant, accountId: accountId ?? '' }, now));
        actor.mustReach('grant.give', { scope });
        await mustExist(scope);
        const account = accountId && (await table.get(Account, { id: accountId }));
        if (!account) {
          if (!input.name) throw new AppError(grantErrors.nameless, {}, [{ path: 'name', code: 'name.invalid' }]);
          return open(command, mobile, input.name, grant);
        }
        const before = account.grants.find((own) => isSameGrant(own, grant) && grantStateAt(own, now) !== 'over');
        if (before && before.deputyFor === undefined) throw new AppError(grantErrors.held);
        const named = input.name && !account.name ? { ...account, name: input.name } : account;
        return add(command, named, [grant], 'role.given');
      });
    },

    /** Ends a grant at once. @throws AppError grant.notHeld, grant.own, grant.notGrantable, grant.aboveOwn */
    async end(command: Command, { accountId, role, scope }: EndedGrant): Promise<Answer> {
      const { actor, now } = command;
      const answer = { accountId, grants: [{ role, scope }] };
      return untilSettled(async () => {
        const account = await table.get(Account, { id: accountId });
        const grant = account?.grants.find((own) => isSameGrant(own, { role, scope }));
        must(mayEnd(actor, { ...(grant ?? { role, scope }), accountId }, now));
        actor.mustReach('grant.end', { scope });
        if (!account || !grant) throw new AppError(grantErrors.notHeld);
        const writes = {
          ...accounts.regrant(
            account,
            account.grants.filter((own) => own !== grant),
          ),
          audit: audit.line(command, 'role.taken', `${accountId} ${role} ${scope}`),
        };
        const events = [grantEnded.make(now, { accountId, role, scope })];
        const outcome = await commit(command, table, writes, { answer, events });
        return outcome.committed ? answer : undefined;
      });
    },

    /**
     * Lets somebody stand in for the person who asks: copies of their own grants that lapse by themselves.
     *
     * @throws AppError grant.unknownPerson, grant.own, grant.nothingToDeputise, grant.administratorInCare, grant.held
     */
    async deputise(command: Command, { mobile, from, to }: Deputising): Promise<Answer> {
      const { actor, now } = command;
      const leave = { from: instantAt(from, '00:00'), until: endOf(to) };
      if (!isLeave(leave, now)) throw badLastDay('grant.leave');
      const copies = deputyGrants(actor, leave, now);
      if (copies.length === 0) throw new AppError(grantErrors.nothingToDeputise);
      const accountId = await accounts.accountOf(mobileOf(mobile));
      if (accountId === actor.accountId) throw new AppError(grantErrors.own);
      return untilSettled(async () => {
        const account = accountId && (await table.get(Account, { id: accountId }));
        if (!account) throw new AppError(grantErrors.unknownPerson);
        const lacking = copies.filter(
          (copy) => !account.grants.some((own) => isSameGrant(own, copy) && lastsBeyond(own, copy, now)),
        );
        if (lacking.length === 0) throw new AppError(grantErrors.held);
        return add(command, account, lacking, 'deputy.named');
      });
    },
  };
}

/** When a grant of these days begins and is over. @throws AppError platform.invalidInput when it would be over already */
function period({ from, to }: Readonly<{ from?: Day | undefined; to?: Day | undefined }>, now: Instant) {
  const first = from && instantAt(from, '00:00');
  const begins = first && first > now ? first : now;
  const until = to && endOf(to);
  if (until && until <= begins) throw badLastDay('grant.endsBeforeBegin');
  return { from: begins, ...(until && { until }) };
}

const endOf = (last: Day) => shiftBy(instantAt(last, '00:00'), day);

const badLastDay = (code: string) => new AppError(platformErrors.invalidInput, {}, [{ path: 'to', code }]);

/** Whether somebody's own grant is there for all of a copy's time, so that they need none. */
function lastsBeyond(own: HeldGrant, copy: HeldGrant, now: Instant): boolean {
  return grantStateAt(own, now) === 'effective' && (own.until === undefined || own.until >= (copy.until ?? own.until));
}

/** @throws AppError of the refusal that the decision names */
function must(decision: GrantDecision): void {
  if (decision !== 'may') throw new AppError(grantErrors[decision]);
}

function eventsOf({ now }: Command, accountId: string, grants: readonly HeldGrant[]) {
  return grants.map(({ role, scope, from, until, deputyFor }) =>
    grantGiven.make(now, { accountId, role, scope, from, until, isDeputy: deputyFor !== undefined }),
  );
}
