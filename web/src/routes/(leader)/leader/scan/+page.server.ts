import type { PassEntry } from '@kaifong/shared/attendance/pass.ts';
import { decideCheckOut } from '@kaifong/shared/attendance/rules.ts';
import { day, dayOf, shiftBy, toInstant } from '@kaifong/shared/kernel/time.ts';
import { api } from '#lib/api/client.server.ts';
import { outcomeOf } from '#lib/api/outcome.server.ts';
import { problemToFail } from '#lib/forms/failure.ts';
import { readForm } from '#lib/forms/submitted-form.ts';
import { ownTeams } from '#lib/leader/own-teams.server.ts';
import { phaseOf } from '#lib/leader/shift-phase.ts';
import { shiftsBetween } from '#lib/leader/team-shifts.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** The QR code on a volunteer's phone leads here, with its code in the address; the hand that types has none. */
export const load: PageServerLoad = async (event) => {
  const now = toInstant(Date.now());
  const teams = await ownTeams(event);
  const found = await Promise.all(
    teams.map(({ scope }) => shiftsBetween(event, scope, dayOf(shiftBy(now, -day)), dayOf(now))),
  );
  const open = found.flat().filter((shift) => {
    const phase = phaseOf(shift, now);
    return phase === 'on' || (phase === 'over' && decideCheckOut({ shift, now }).kind === 'allowed');
  });
  return {
    shifts: open.map(({ id, title, startsAt, endsAt }) => ({ id, title, startsAt, endsAt })),
    code: event.url.searchParams.get('code') ?? undefined,
  };
};

export const actions: Actions = {
  see: async (event) => {
    const form = await readForm(event);
    const param = { shiftId: form.text('shiftId') };
    const json = { code: form.text('code'), what: form.text('what') } as PassEntry;
    const outcome = await outcomeOf(
      api(event, form.idempotencyKey).api['attendance-passes'].seen[':shiftId'].$post({ param, json }),
    );
    if (!outcome.ok) return problemToFail(outcome.problem, form);
    const { name, state } = outcome.body;
    return { name, isHere: state === 'here' };
  },
};
