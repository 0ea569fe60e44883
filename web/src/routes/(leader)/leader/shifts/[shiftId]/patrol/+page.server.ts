import { attendanceSettings } from '@kaifong/shared/attendance/settings.ts';
import { toInstant } from '@kaifong/shared/kernel/time.ts';
import { api } from '#lib/api/client.server.ts';
import { outcomeOf, read } from '#lib/api/outcome.server.ts';
import { problemToFail } from '#lib/forms/failure.ts';
import { readForm } from '#lib/forms/submitted-form.ts';
import { passWayPoint } from '#lib/leader/pass-way-point.server.ts';
import { wayPointsInUse } from '#lib/leader/way-points.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** The patrols of a shift, and who is there to go on one. */
export const load: PageServerLoad = async (event) => {
  const { shiftId } = event.params;
  const param = { shiftId };
  const { shifts, patrols } = api(event).api;
  const [shift, { items }, lines] = await Promise.all([
    read(shifts[':shiftId'].$get({ param })),
    read(patrols[':shiftId'].$get({ param })),
    read(shifts[':shiftId'].attendance.$get({ param, query: { limit: '100' } })),
  ]);
  const isOut = new Set(items.filter(({ state }) => state === 'running').flatMap(({ people }) => people.map(idOf)));
  const wayPoints = await wayPointsInUse(event, shift.teamScope);
  const here = lines.items.filter(({ state, volunteerId }) => state === 'here' && !isOut.has(volunteerId));
  return {
    shift: { id: shift.id, title: shift.title },
    running: items.find(({ state, isMine }) => state === 'running' && isMine),
    patrols: items.toReversed(),
    team: shift.teamScope,
    wayPoints: wayPoints.map(({ wayPointId, name }) => ({ wayPointId, name })),
    isOver: shift.endsAt <= toInstant(Date.now()),
    missing: Math.max(0, attendanceSettings.patrol.leastPeople - here.length),
    here: here.map(({ volunteerId, name }) => ({ value: volunteerId, label: name })),
  };
};

const idOf = ({ volunteerId }: Readonly<{ volunteerId: string }>) => volunteerId;

export const actions: Actions = {
  begin: async (event) => {
    const form = await readForm(event);
    const param = { shiftId: event.params.shiftId };
    const route = api(event, form.idempotencyKey).api.patrols[':shiftId'];
    const outcome = await outcomeOf(route.$post({ param, json: { people: form.list('people') } }));
    return outcome.ok ? { done: 'begun' as const } : problemToFail(outcome.problem, form);
  },

  end: async (event) => {
    const form = await readForm(event);
    const param = { shiftId: event.params.shiftId, patrolId: form.text('patrolId') };
    const route = api(event, form.idempotencyKey).api.patrols[':shiftId'][':patrolId'].end;
    const outcome = await outcomeOf(route.$post({ param }));
    return outcome.ok ? { done: 'ended' as const } : problemToFail(outcome.problem, form);
  },

  pass: passWayPoint,
};
