import type {
  Amendment,
  AmendmentNotice,
  AmendmentStanding,
  AmendmentToDecide,
} from '@kaifong/shared/attendance/amendments/schema.ts';
import type { Page, PageQuery } from '@kaifong/shared/kernel/paging.ts';
import type { Actor } from '../../platform/actor.ts';
import type { Table } from '../../platform/table.ts';
import { AmendmentItem, AmendmentOf } from './amendment.table.ts';

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

/** What those read who decide. */
export function toDecide(amendment: AmendmentItem, person: Person | undefined, actor: Actor): AmendmentToDecide {
  const { objections, file, corrects } = amendment;
  return {
    ...viewOf(amendment),
    volunteerId: amendment.volunteerId,
    name: person?.name ?? '*',
    number: person?.number ?? '*',
    ...(corrects && { recordedMinutes: corrects.minutes }),
    objections: objections.map(({ words, at, outcome }) => ({ words, at, ...(outcome && { outcome }) })),
    file: { type: file.type, size: file.size },
    isForOther: isPartOf(amendment, actor),
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
 */
export function isPartOf(amendment: AmendmentItem, actor: Actor): boolean {
  const { askerId, volunteerId, objections, approval, state } = amendment;
  return (
    askerId === actor.accountId ||
    actor.isVolunteer(volunteerId) ||
    objections.some(({ by }) => by === actor.accountId) ||
    (state === 'objected' && approval?.by === actor.accountId)
  );
}

export function standingOf({ id, state, noticeUntil }: AmendmentItem): AmendmentStanding {
  return { id, state, ...(noticeUntil && { noticeUntil }) };
}
