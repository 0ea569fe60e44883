import {
  type AnswersSoFar,
  answersHold,
  chosenToAsk,
  nextToAsk,
  type SoFar,
} from '@kaifong/shared/care/asking/questioning.ts';
import { type InstrumentName, instrumentNames, instruments } from '@kaifong/shared/care/instruments/instruments.ts';
import type { ToAsk } from '@kaifong/shared/care/schema.ts';
import type { Instant } from '@kaifong/shared/kernel/time.ts';
import type * as z from 'zod';
import type { Sealer } from '../../platform/sealing.ts';
import type { Table } from '../../platform/table.ts';
import { ScreeningItem } from '../care.table.ts';
import { ScreeningRecord } from '../sealed.ts';

export type OpenedScreening = Awaited<ReturnType<(typeof ScreeningRecord)['open']>>;

/** The screenings of a case, the latest first; within the days that answers hold there are never so many that more are needed. */
export async function screeningsOf(table: Table, sealer: Sealer, caseId: string): Promise<OpenedScreening[]> {
  const range = { beginsWith: 'SCREENING#' };
  const { items } = await table.query(ScreeningItem, `CASE#${caseId}`, { range, limit: 40, newestFirst: true });
  return Promise.all(items.map(({ key, sealed }) => ScreeningRecord.open(sealer, sealed, caseId, key)));
}

/** What has been answered and still holds: of each questionnaire the latest answers, as long as its items are the same today. */
export function soFarOf(screenings: readonly OpenedScreening[], now: Instant): SoFar {
  const soFar: Partial<Record<InstrumentName, AnswersSoFar>> & { cssrs?: SoFar['cssrs'] } = {};
  for (const { at, answers, results } of screenings.filter((each) => answersHold(each.at, now))) {
    for (const name of instrumentNames) {
      const version = results.find(({ instrument }) => instrument === name)?.version;
      const given = version === instruments[name].version ? answers[name] : undefined;
      if (given && at <= now) soFar[name] ??= given;
    }
    soFar.cssrs ??= answers.cssrs;
  }
  return soFar;
}

type Questions = Readonly<{ toAsk?: z.output<typeof ToAsk>; mayAsk: z.output<typeof ToAsk>[] }>;

/** What is to be asked next, and what may be asked besides. */
export function questionsOf(soFar: SoFar): Questions {
  const copied = ({ items, ...rest }: ReturnType<typeof chosenToAsk>) => ({ ...rest, items: [...items] });
  const next = nextToAsk(soFar);
  const mayAsk = [...instrumentNames, 'cssrs' as const].map((name) => copied(chosenToAsk(name, soFar)));
  return { ...(next && { toAsk: copied(next) }), mayAsk };
}
