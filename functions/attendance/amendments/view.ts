import type {
  Amendment,
  AmendmentNotice,
  AmendmentStanding,
  AmendmentToDecide,
  AskedAmendment,
} from '@kaifong/shared/attendance/amendments/schema.ts';
import { mayReach } from '@kaifong/shared/identity/permissions.ts';
import type { Page, PageQuery } from '@kaifong/shared/kernel/paging.ts';
import type { Actor } from '../../platform/actor.ts';
import type { Table } from '../../platform/table.ts';
import type { AttendanceDeps } from '../deps.ts';
import { AmendmentAskedBy, AmendmentItem, AmendmentOf } from './amendment.table.ts';

type Person = Readonly<{ name: string; number: string }>;

/** What its person and who asked for it read. */
export function viewOf(amendment: AmendmentItem): Amendment {
  const last = amendment.decision ?? amendment.approval;
  return { ...amendment, ...{ decision: last && { words: last.words, at: last.at } } };
}

/** Those about a volunteer, the newest first. */
export async function amendmentsOf(
  table: Table,
  volunteerId: string,
  { limit, cursor }: PageQuery,
): Promise<Page<Amendment>> {
  const options = { range: { beginsWith: 'AMENDMENT#' }, limit, cursor, newestFirst: true };
  const page = await table.query(AmendmentOf, `VOLUNTEER#${volunteerId}`, options);
  const found = await table.getAll(AmendmentItem, page.items);
  return { ...page, items: found.flatMap((amendment) => (amendment ? [viewOf(amendment)] : [])) };
}

/** Those that somebody asked for, for others, the newest first; whose they are is said as long as she runs their team. */
export async function amendmentsAskedBy(
  { table, people }: Pick<AttendanceDeps, 'table' | 'people'>,
  actor: Actor,
  { limit, cursor }: PageQuery,
): Promise<Page<AskedAmendment>> {
  const options = { range: { beginsWith: 'AMENDMENT#' }, limit, cursor, newestFirst: true };
  const page = await table.query(AmendmentAskedBy, `ACCOUNT#${actor.accountId}`, options);
  const found = (await table.getAll(AmendmentItem, page.items)).filter((amendment) => amendment !== undefined);
  const shown = found.filter(({ teamScope }) => mayReach(actor.grants, 'amendment.askForOther', { scope: teamScope }));
  const persons = new Map(
    (await people.findVolunteers([...new Set(shown.map(({ volunteerId }) => volunteerId))])).map((each) => [
      each.id,
      each,
    ]),
  );
  const items = shown.map((amendment) => {
    const { name = '*', number = '*' } = persons.get(amendment.volunteerId) ?? {};
    return { ...viewOf(amendment), volunteerId: amendment.volunteerId, name, number };
  });
  return { ...page, items };
}

/** What those read who decide. */
export function toDecide(
  amendment: AmendmentItem,
  person: Person | undefined,
  actor: Actor,
  own: readonly string[],
): AmendmentToDecide {
  const { objections, file, corrects } = amendment;
  return {
    ...viewOf(amendment),
    volunteerId: amendment.volunteerId,
    name: person?.name ?? '*',
    number: person?.number ?? '*',
    ...(corrects && { recordedMinutes: corrects.minutes }),
    objections: objections.map(({ words, at, outcome }) => ({ words, at, ...(outcome && { outcome }) })),
    file: { type: file.type, size: file.size },
    isForOther: isPartOf(amendment, actor, own),
  };
}

/** What the public reads. */
export function noticeOf(amendment: AmendmentItem, person: Person | undefined): AmendmentNotice {
  const { state, noticeUntil, named } = amendment;
  if ((state !== 'onNotice' && state !== 'objected') || !noticeUntil) throw new Error(`${amendment.id} is no notice`);
  return { ...amendment, state, noticeUntil, who: (named ? person?.name : person?.number) ?? '*' };
}

/**
 * Whether somebody has a part in an amendment already, and so does not decide on it: who asked, whose hours they are, who objected, and
 * over an objection also who approved what is objected to.
 *
 * @param own all records that are the actor's
 */
export function isPartOf(amendment: AmendmentItem, actor: Actor, own: readonly string[]): boolean {
  const { askerId, volunteerId, objections, approval, state } = amendment;
  return (
    askerId === actor.accountId ||
    own.includes(volunteerId) ||
    objections.some(({ by }) => by === actor.accountId) ||
    (state === 'objected' && approval?.by === actor.accountId)
  );
}

export function standingOf({ id, state, noticeUntil }: AmendmentItem): AmendmentStanding {
  return { id, state, ...(noticeUntil && { noticeUntil }) };
}
