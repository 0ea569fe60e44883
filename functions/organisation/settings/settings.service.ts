import { AppError } from '@kaifong/shared/kernel/errors.ts';
import { newId } from '@kaifong/shared/kernel/ids.ts';
import type { Page, PageQuery } from '@kaifong/shared/kernel/paging.ts';
import { platformErrors } from '@kaifong/shared/kernel/platform-errors.ts';
import { type Day, day as dayLength, dayOf, type Instant, shiftBy } from '@kaifong/shared/kernel/time.ts';
import { settingsErrors } from '@kaifong/shared/organisation/settings/errors.ts';
import { settingsDecided, settingsProposed } from '@kaifong/shared/organisation/settings/events.ts';
import { type ChangedFigures, figuresOn, orderFaults } from '@kaifong/shared/organisation/settings/figures.ts';
import { type GroupName, settingsGroups } from '@kaifong/shared/organisation/settings/groups.ts';
import type {
  DecidedSettings,
  DecideSettings,
  NewSettings,
  SettingsChange,
  SettingsDecision,
  SettingsEnded,
} from '@kaifong/shared/organisation/settings/schema.ts';
import { district } from '@kaifong/shared/organisation/streets.ts';
import { commit, mustCommit } from '../../platform/commit.ts';
import type { Command, Request } from '../../platform/request.ts';
import type { OrganisationDeps } from '../deps.ts';
import type { SettingsInForce } from './in-force.ts';
import { ChangeItem, changes, DecisionItem } from './settings.table.ts';

/** How far ahead a change may be decided, in days: a later one could not be put right for as long. */
const mostDaysAhead = 366;
const whole = { scope: district.scope };

/** What the district sets: proposed by the system administrator, decided by a coordinator of the whole district. */
export function settingsService({ table, accounts }: OrganisationDeps, inForce: SettingsInForce) {
  const decisionsOn = async (group: GroupName, now: Instant) =>
    (await inForce.readAnew(now)).filter((decision) => decision.group === group);

  async function mustFindOpen(id: string): Promise<ChangeItem> {
    const change = await table.get(ChangeItem, { id });
    if (!change) throw new AppError(platformErrors.notFound);
    if (change.state !== 'proposed') throw new AppError(settingsErrors.alreadyDecided);
    return change;
  }

  /** What a change would make of its group, beside what is decided. @throws AppError as `propose` */
  async function mustFit(group: GroupName, from: Day, wished: ChangedFigures, now: Instant) {
    const earliest = dayOf(shiftBy(now, dayLength));
    const latest = dayOf(shiftBy(now, mostDaysAhead * dayLength));
    if (from < earliest || from > latest) throw new AppError(settingsErrors.dayNotNow, { earliest, latest });
    const decided = await decisionsOn(group, now);
    const last = decided.at(-1);
    if (last && from < last.from) throw new AppError(settingsErrors.beforeAnother, { day: last.from });
    const before: ChangedFigures = figuresOn(settingsGroups[group], decided, from);
    const changed = Object.fromEntries(Object.entries(wished).filter(([name, figure]) => before[name] !== figure));
    if (Object.keys(changed).length === 0) throw new AppError(settingsErrors.nothingChanges);
    const faults = orderFaults(settingsGroups[group], { ...before, ...changed }, changed);
    if (faults.length > 0) throw new AppError(settingsErrors.wrongOrder, {}, faults);
    const replaced = Object.fromEntries(Object.keys(changed).map((name) => [name, before[name] ?? 0]));
    return { changed, before: replaced, version: (last?.version ?? 0) + 1 };
  }

  /** The writes that end a proposal, which must be open until then. */
  const ending = (command: Command, { id }: ChangeItem, state: 'approved' | 'declined' | 'withdrawn') => ({
    change: table.adjust(
      ChangeItem,
      { id },
      { set: { state, decidedBy: command.actor.accountId, decidedAt: command.now } },
      { is: { state: 'proposed' } },
    ),
    audit: accounts.line(command, `settings.${state}`, `${id} ${district.scope}`),
  });

  const wasDecided = () => new AppError(settingsErrors.alreadyDecided);

  return {
    /** What has been decided, group by group and in order: whoever is judged by it may read it. */
    async list({ now }: Request): Promise<{ items: DecidedSettings[] }> {
      const decided = await inForce.all(now);
      return { items: decided.map(({ group, version, from, changed }) => ({ group, version, from, changed })) };
    },

    /** The same, with who decided. @throws AppError platform.notAllowed */
    async decisions({ actor, now }: Request): Promise<{ items: SettingsDecision[] }> {
      actor.mustReach('setting.readChanges', whole);
      const decided = await inForce.readAnew(now);
      const names = await accounts.namesOf(decided.map(({ decidedBy }) => decidedBy));
      return { items: decided.map((decision) => ({ ...decision, decidedBy: names.get(decision.decidedBy) })) };
    },

    /** All that was ever proposed, newest first. @throws AppError platform.notAllowed */
    async changes({ actor }: Request, query: PageQuery): Promise<Page<SettingsChange>> {
      actor.mustReach('setting.readChanges', whole);
      const page = await table.query(ChangeItem, changes, { ...query, newestFirst: true });
      const names = await accounts.namesOf(page.items.flatMap(({ proposedBy, decidedBy }) => [proposedBy, decidedBy]));
      const items = page.items.map(({ proposedBy, decidedBy, ...change }) => ({
        ...change,
        proposedBy: names.get(proposedBy),
        ...(decidedBy && { decidedBy: names.get(decidedBy) }),
        isOwn: proposedBy === actor.accountId,
      }));
      return { ...page, items };
    },

    /**
     * Proposes other figures of a group from a day on, tomorrow at the earliest.
     *
     * @throws AppError platform.notAllowed; of settings: dayNotNow, beforeAnother, nothingChanges, wrongOrder
     */
    async propose(command: Command, { group, from, figures, why }: NewSettings): Promise<{ id: string }> {
      const { actor, now } = command;
      actor.mustReach('setting.propose', whole);
      const wished = Object.entries(figures).flatMap(([name, figure]) =>
        figure === undefined ? [] : [[name, figure]],
      );
      const { changed, before } = await mustFit(group, from, Object.fromEntries(wished), now);
      const id = newId('settingsChange', Date.parse(now));
      const made = { state: 'proposed' as const, proposedBy: actor.accountId, proposedAt: now };
      const writes = {
        change: table.put(ChangeItem, { id, group, from, changed, before, why, ...made }, { absent: true }),
        audit: accounts.line(command, 'settings.proposed', `${id} ${district.scope}`),
      };
      const events = [settingsProposed.make(now, { id, group, from })];
      mustCommit(await commit(command, table, writes, { answer: { id }, events }), {});
      return { id };
    },

    /**
     * Approves a change that somebody else proposed, on figures as they then are, or declines it. It holds for what happens on its day or
     * later; what was before is not judged again.
     *
     * @throws AppError platform.notFound, .notAllowed, .busy; of settings: alreadyDecided, secondPersonNeeded, and as `propose`
     */
    async decide(command: Command, id: string, { decision }: DecideSettings): Promise<SettingsEnded> {
      const { actor, now } = command;
      actor.mustReach('setting.decide', whole);
      const change = await mustFindOpen(id);
      const { group, from, proposedBy } = change;
      if (proposedBy === actor.accountId) throw new AppError(settingsErrors.secondPersonNeeded);
      const approved = decision === 'approve';
      const state = approved ? ('approved' as const) : ('declined' as const);
      const fitting = approved ? await mustFit(group, from, change.changed, now) : undefined;
      const decided = { group, from, changeId: id, decidedBy: actor.accountId, decidedAt: now };
      const writes = {
        ...ending(command, change, state),
        decision:
          fitting &&
          table.put(DecisionItem, { ...decided, changed: fitting.changed, version: fitting.version }, { absent: true }),
      };
      const answer = { id, state };
      const events = [settingsDecided.make(now, { id, group, from, approved, proposedBy })];
      mustCommit(await commit(command, table, writes, { answer, events }), {
        change: wasDecided,
        decision: () => new AppError(platformErrors.busy),
      });
      await inForce.readAnew(now);
      return answer;
    },

    /** Takes back what one has proposed. @throws AppError platform.notFound, .notAllowed; settings.alreadyDecided, settings.notYours */
    async withdraw(command: Command, id: string): Promise<SettingsEnded> {
      command.actor.mustReach('setting.propose', whole);
      const change = await mustFindOpen(id);
      if (change.proposedBy !== command.actor.accountId) throw new AppError(settingsErrors.notYours);
      const answer = { id, state: 'withdrawn' as const };
      mustCommit(await commit(command, table, ending(command, change, 'withdrawn'), { answer }), {
        change: wasDecided,
      });
      return answer;
    },
  };
}
