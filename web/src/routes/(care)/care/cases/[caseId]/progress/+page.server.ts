import { nhsRule } from '@kaifong/shared/care/cases/outcome.ts';
import { careNotice } from '@kaifong/shared/care/words.ts';
import { read } from '#lib/api/outcome.server.ts';
import { careApi } from '../../../../care-client.server.ts';
import { caseOf, isCounsellor, isSocialWorker } from '../../../../case-page.server.ts';
import { progressLines } from '../../../../progress-view.ts';
import type { PageServerLoad } from './$types';
import { outcomeWords } from './outcome-words.ts';

/** How she has been over the sessions, and what they led to by the NHS rule. */
export const load: PageServerLoad = async (event) => {
  const { caseId } = event.params;
  const [{ alias, state, wasHandedOver }, { measures, sessionsHeld, outcome }] = await Promise.all([
    caseOf(event),
    read(careApi(event).cases[':caseId'].progress.$get({ param: { caseId } })),
  ]);
  return {
    caseId,
    alias,
    mayAsk: state !== 'closed' && (isSocialWorker(event) || isCounsellor(event)),
    wasHandedOver,
    lines: progressLines(measures),
    isCounted: outcome.kind === 'counted',
    isWorse: outcome.kind === 'counted' && outcome.change === 'deteriorated',
    sentences: outcomeWords(outcome, sessionsHeld),
    source: nhsRule.source,
    notice: careNotice[event.locals.locale],
  };
};
