import { spokenLanguages } from '@kaifong/shared/people/languages.ts';
import { read } from '#lib/api/outcome.server.ts';
import { careApi } from '../../../care-client.server.ts';
import { shownPlan } from '../../../safety-plan.server.ts';
import { forWhomWords, inWords, stateWords, urgencyOf } from '../../../words.ts';
import { conditionWords } from '../../cases/[caseId]/condition-words.ts';
import type { PageServerLoad } from './$types';

/** A case that a supervisor has opened in an emergency: to be read, while that lasts. */
export const load: PageServerLoad = async (event) => {
  const { caseId } = event.params;
  const { forWhom, languages, notes, state, risk, plan, ...found } = await read(
    careApi(event).openings.cases[':caseId'].$get({ param: { caseId } }),
  );
  return {
    ...found,
    plan: shownPlan({ plan }, event.locals.locale),
    state: stateWords[state](),
    urgency: urgencyOf(risk),
    forWhom: forWhomWords[forWhom](),
    languages: inWords(languages, spokenLanguages),
    notes: notes.map(({ condition, ...note }) => ({ ...note, condition: condition && conditionWords[condition]() })),
  };
};
