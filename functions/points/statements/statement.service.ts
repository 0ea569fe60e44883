import { AppError } from '@kaifong/shared/kernel/errors.ts';
import type { Language } from '@kaifong/shared/kernel/language.ts';
import { day, dayOf, type Instant, instantAt, shiftBy } from '@kaifong/shared/kernel/time.ts';
import { volunteerAccount } from '@kaifong/shared/points/ledger/accounts.ts';
import { monthOf } from '@kaifong/shared/points/ledger/expiry.ts';
import { statementErrors } from '@kaifong/shared/points/ledger/statement-errors.ts';
import type { StatementQuery } from '@kaifong/shared/points/ledger/statement-schema.ts';
import type { PointsEntry } from '@kaifong/shared/points/schema.ts';
import type { Request } from '../../platform/request.ts';
import type { PointsDeps } from '../deps.ts';
import type { expiryService } from '../expiry.service.ts';
import { EntryItem } from '../points.table.ts';
import { statementCsv } from './csv.ts';
import { statementPdf } from './pdf.ts';
import { lineOf, type Statement } from './statement.ts';
import { printed } from './words.ts';

const year = 365 * day;

/** A month of a volunteer's own points as a file. */
export function statementService(
  { table, people, readFont }: PointsDeps,
  { ofOwn }: Pick<ReturnType<typeof expiryService>, 'ofOwn'>,
) {
  /** What was booked in a month, in order, and the balance before it. */
  async function bookedIn(volunteerId: string, month: string) {
    const from = instantAt(`${month}-01`, '00:00');
    const partition = `ACCOUNT#${volunteerAccount(volunteerId)}`;
    const entries: PointsEntry[] = [];
    let [cursor, opening]: [string | undefined, number | undefined] = [undefined, undefined];
    do {
      const options = { range: { beginsWith: 'ENTRY#' }, limit: 200, cursor, newestFirst: true };
      const page: Awaited<ReturnType<typeof table.query<typeof EntryItem>>> = await table.query(
        EntryItem,
        partition,
        options,
      );
      entries.push(...page.items.filter(({ at }) => monthOf(at) === month));
      opening = page.items.find(({ at }) => at < from)?.balance;
      cursor = page.cursor;
    } while (cursor && opening === undefined);
    return { entries: entries.toReversed(), opening: opening ?? 0 };
  }

  async function drawUp(request: Request, month: string, language: Language): Promise<Statement> {
    const { actor, now } = request;
    const { volunteerId } = actor;
    const [[person], { entries, opening }, { items }] = await Promise.all([
      people.findVolunteers([volunteerId]),
      bookedIn(volunteerId, month),
      ofOwn(request),
    ]);
    if (!person) throw new Error(`${volunteerId} has a session and no record`);
    return {
      volunteer: { name: person.name, number: person.number },
      ...{ month, opening, isWhole: month < monthOf(now), drawnUpAt: now },
      lines: entries.map((entry) => lineOf(entry, language)),
      closing: entries.at(-1)?.balance ?? opening,
      expiring: items.filter(({ on }) => on <= dayIn(year, now)),
    };
  }

  return {
    /** The statement of a month: what there was, what came and went in words, what there is, and what expires within a year. @throws AppError statement.notYet */
    async file(request: Request, month: string, { form, language }: StatementQuery) {
      if (month > monthOf(request.now)) throw new AppError(statementErrors.notYet, { month });
      const statement = await drawUp(request, month, language);
      const content =
        form === 'csv'
          ? Buffer.from(statementCsv(statement, language), 'utf8')
          : await statementPdf(statement, language, await readFont());
      return { name: `${printed.title[language]} ${month}.${form}`, content: content.toString('base64') };
    },
  };
}

function dayIn(milliseconds: number, now: Instant): string {
  return dayOf(shiftBy(now, milliseconds));
}
