import { careErrors } from '@kaifong/shared/care/errors.ts';
import { ableOf, gapsIn, horizonOf, nextLook, overlaps } from '@kaifong/shared/care/on-call/rota.ts';
import type {
  DutyChange,
  DutyRemoval,
  MemberView,
  NewDuty,
  RotaView,
} from '@kaifong/shared/care/on-call/rota-schema.ts';
import { AppError } from '@kaifong/shared/kernel/errors.ts';
import type { Instant } from '@kaifong/shared/kernel/time.ts';
import type { Scope } from '@kaifong/shared/organisation/scope.ts';
import type * as z from 'zod';
import { commit, mustCommit } from '../../platform/commit.ts';
import type { Command, Request } from '../../platform/request.ts';
import type { Write } from '../../platform/transact.ts';
import { untilSettled } from '../../platform/until-settled.ts';
import type { CareDeps } from '../deps.ts';
import { DutyItem, type DutyRow, RotaHead } from './rota.table.ts';
import { ableAt, cardsOf, dutiesIn } from './rota-reader.ts';

type People = Readonly<{ first: string; deputy?: string | undefined }>;
type Ref = Readonly<{ place: Scope; from: Instant; version: number }>;

/** The rota of a place, as a care supervisor plans it. */
export function rotaService(deps: CareDeps) {
  const { table } = deps;

  /** @throws AppError care.cannotBeOnDuty */
  async function mustBeAble({ first, deputy }: People, place: Scope, now: Instant): Promise<void> {
    const [able, cards] = await Promise.all([ableAt(deps, place, now), cardsOf(deps)]);
    const all = [first, ...(deputy ? [deputy] : [])];
    if (!all.every((member) => able.has(member) && cards.has(member))) throw new AppError(careErrors.cannotBeOnDuty);
  }

  /** Moves the rota of a place by one plan, which is refused by the engine when another got in between. */
  async function headWrite(place: Scope, now: Instant): Promise<Write> {
    const head = await table.get(RotaHead, { place });
    const { version = 0, lookAt = nextLook(now) } = head ?? {};
    return table.put(
      RotaHead,
      { place, lookAt, version: version + 1 },
      head ? { is: { version, lookAt } } : { absent: true },
    );
  }

  /** The duty as the one who changes it saw it. @throws AppError care.dutyChanged, care.rotaPast */
  async function mustFind({ place, from, version }: Ref, now: Instant): Promise<DutyRow> {
    const duty = await table.get(DutyItem, { place, from });
    if (duty?.version !== version) throw new AppError(careErrors.dutyChanged);
    if (duty.until <= now) throw new AppError(careErrors.rotaPast);
    return duty;
  }

  return {
    /** @throws AppError platform.notAllowed */
    async read({ actor, now }: Request, place: Scope): Promise<RotaView> {
      actor.mustReach('care.planRota', { scope: place });
      const span = horizonOf(now);
      const [all, able, cards] = await Promise.all([
        dutiesIn(deps, place, span),
        ableAt(deps, place, now),
        cardsOf(deps),
      ]);
      const duties = all.filter((duty) => duty.place === place);
      const viewOf = (member: string): MemberView => {
        const card = cards.get(member);
        return { member, workName: card?.workName ?? '', mayAnswer: card !== undefined && able.has(member) };
      };
      return {
        place,
        until: span.until,
        members: [...cards.keys()].map(viewOf).filter(({ mayAnswer }) => mayAnswer),
        duties: duties.map(({ from, until, first, deputy, offer, version }) => ({
          ...{ from, until, version },
          first: viewOf(first),
          deputy: deputy ? viewOf(deputy) : undefined,
          isOffered: offer !== undefined,
        })),
        gaps: gapsIn(
          duties.filter((duty) => ableOf(duty, able).length > 0),
          span,
        ),
      };
    },

    /** @throws AppError care.rotaOverlap, care.rotaPast, care.cannotBeOnDuty */
    async plan(command: Command, duty: NewDuty) {
      const { actor, now } = command;
      const { place, from } = duty;
      actor.mustReach('care.planRota', { scope: place });
      if (duty.until <= now) throw new AppError(careErrors.rotaPast);
      await mustBeAble(duty, place, now);
      const answer = { place, from, version: 0 };
      return untilSettled(async () => {
        // The head first: whoever plans after it was read moves it, and this is tried again on what is there then.
        const head = await headWrite(place, now);
        const there = (await dutiesIn(deps, place, duty)).filter((other) => other.place === place);
        if (there.some((other) => overlaps(other, duty))) throw new AppError(careErrors.rotaOverlap);
        const writes = { head, duty: table.put(DutyItem, { ...duty, version: 0 }, { absent: true }) };
        const outcome = await commit(command, table, writes, { answer });
        return outcome.committed ? answer : undefined;
      });
    },

    /** Puts other people on a duty; an offer of a swap ends with it. @throws AppError care.dutyChanged, care.rotaPast, care.cannotBeOnDuty */
    async change(command: Command, { first, deputy, ...ref }: DutyChange) {
      command.actor.mustReach('care.planRota', { scope: ref.place });
      const duty = await mustFind(ref, command.now);
      await mustBeAble({ first, deputy }, ref.place, command.now);
      const { version } = duty;
      const changed = { ...duty, first, deputy, offer: undefined, version: version + 1 };
      const answer = { ...ref, version: changed.version };
      const writes = { duty: table.put(DutyItem, changed, { is: { version } }) };
      mustCommit(await commit(command, table, writes, { answer }), { duty: dutyChanged });
      return answer;
    },

    /** Takes a duty off; what it covered is a gap. @throws AppError care.dutyChanged, care.rotaPast */
    async remove(command: Command, ref: z.output<typeof DutyRemoval>) {
      command.actor.mustReach('care.planRota', { scope: ref.place });
      const { version } = await mustFind(ref, command.now);
      const writes = { duty: table.remove(DutyItem, ref, { is: { version } }) };
      mustCommit(await commit(command, table, writes, { answer: ref }), { duty: dutyChanged });
      return ref;
    },
  };
}

const dutyChanged = () => new AppError(careErrors.dutyChanged);
