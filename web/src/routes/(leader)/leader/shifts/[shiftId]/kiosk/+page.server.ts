import { toInstant } from '@kaifong/shared/kernel/time.ts';
import { api } from '#lib/api/client.server.ts';
import { outcomeOf, read } from '#lib/api/outcome.server.ts';
import { qrPicture } from '#lib/components/qr-picture.server.ts';
import { problemToFail } from '#lib/forms/failure.ts';
import { readForm } from '#lib/forms/submitted-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { shiftId } = event.params;
  const { shifts, 'attendance-kiosks': kiosks } = api(event).api;
  const [shift, { items }] = await Promise.all([
    read(shifts[':shiftId'].$get({ param: { shiftId } })),
    read(kiosks[':shiftId'].$get({ param: { shiftId } })),
  ]);
  const now = toInstant(Date.now());
  return {
    shift: { id: shift.id, title: shift.title },
    kiosks: items.map(({ kioskId, path, openedAt, endsAt, closedAt }) => {
      const isOpen = closedAt === undefined && now <= endsAt;
      return {
        kioskId,
        path,
        openedAt,
        endsAt,
        isOpen,
        picture: isOpen ? qrPicture(event.url.origin + path) : undefined,
      };
    }),
  };
};

export const actions: Actions = {
  open: async (event) => {
    const form = await readForm(event);
    const route = api(event, form.idempotencyKey).api['attendance-kiosks'][':shiftId'];
    const outcome = await outcomeOf(route.$post({ param: { shiftId: event.params.shiftId } }));
    return outcome.ok ? { done: 'opened' as const } : problemToFail(outcome.problem, form);
  },

  close: async (event) => {
    const form = await readForm(event);
    const param = { shiftId: event.params.shiftId, kioskId: form.text('kioskId') };
    const route = api(event, form.idempotencyKey).api['attendance-kiosks'][':shiftId'][':kioskId'].closing;
    const outcome = await outcomeOf(route.$post({ param }));
    return outcome.ok ? { done: 'closed' as const } : problemToFail(outcome.problem, form);
  },
};
