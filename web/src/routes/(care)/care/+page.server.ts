import { careTargets } from '@kaifong/shared/care/matching/targets.ts';
import { day, toInstant } from '@kaifong/shared/kernel/time.ts';
import { redirect } from '@sveltejs/kit';
import { outcomeOf, read } from '#lib/api/outcome.server.ts';
import { pageQuery } from '#lib/api/page-query.ts';
import { problemToFail } from '#lib/forms/failure.ts';
import { readForm } from '#lib/forms/submitted-form.ts';
import { m } from '#paraglide/messages.js';
import { careApi } from '../care-client.server.ts';
import { caseRow, nextStep, queueRow } from '../case-row.ts';
import { desksOf } from '../desks.server.ts';
import { followUpSteps } from '../follow-up-words.ts';
import type { Actions, PageServerLoad } from './$types';

/** A social worker's desk. Others begin elsewhere: a counsellor with the own cases, people on call with what is open. */
export const load: PageServerLoad = async (event) => {
  const roles = new Set(event.locals.me?.roles.map(({ role }) => role));
  if (!roles.has('socialWorker')) {
    if (roles.has('onCall')) redirect(303, '/care/escalations');
    if (roles.has('counsellor')) redirect(303, '/care/my-cases');
    if (roles.has('careSupervisor')) redirect(303, '/care/supervision');
    return { kind: 'nothing' } as const;
  }

  const desks = await desksOf(event);
  const now = toInstant(Date.now());
  const tomorrow = toInstant(Date.now() + day);
  const [queue, caseload, { items: followUps }, { items: reports }, { items: referrals }] = await Promise.all([
    desks.desk &&
      read(careApi(event).queue.$get({ query: { place: desks.desk.value, limit: '10', ...pageQuery(event.url) } })),
    read(careApi(event).caseload.$get()),
    read(careApi(event)['follow-ups'].$get({ query: { limit: '10' } })),
    read(careApi(event).reports.$get({ query: { limit: '10' } })),
    read(careApi(event).referrals.$get({ query: { limit: '10' } })),
  ]);
  return {
    kind: 'desk',
    targets: m.care_targets({ screened: careTargets.screened, ...careTargets.assigned }),
    desks,
    queue: queue && { rows: queue.items.map((entry) => queueRow(entry, now)), cursor: queue.cursor },
    followUps: followUps.map(({ escalationId, caseId, step, alias, dueAt }) => ({
      ...{ key: `${escalationId} ${step}`, href: `/care/cases/${caseId}#follow-ups`, alias },
      ...{ what: followUpSteps[step](), dueAt, isOverdue: dueAt < now },
    })),
    reports,
    referrals: referrals.map(({ referralId, caseId, alias, dueAt }) => ({
      ...{ key: referralId, href: `/care/cases/${caseId}/referrals`, alias },
      ...{ what: m.referrals_dueAt(), dueAt, isOverdue: dueAt < now },
    })),
    lateFollowUps: followUps.filter(({ dueAt }) => dueAt < now).length,
    soonFollowUps: followUps.filter(({ dueAt }) => dueAt >= now && dueAt < tomorrow).length,
    caseload: { ...caseload, first: caseload.first.map((entry) => caseRow(entry, now, 'socialWorker')) },
  } as const;
};

export const actions: Actions = {
  /** Takes what came by the web and is next in line; which one that is, the line decides. */
  next: async (event) => {
    const form = await readForm(event);
    const json = { place: form.text('place') };
    const outcome = await outcomeOf(careApi(event, form.idempotencyKey).queue.next.$post({ json }));
    if (!outcome.ok) return problemToFail(outcome.problem, form);
    redirect(303, nextStep(outcome.body.caseId, outcome.body.state));
  },
};
