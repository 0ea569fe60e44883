import { toInstant } from '@kaifong/shared/kernel/time.ts';
import { api } from '#lib/api/client.server.ts';
import { read } from '#lib/api/outcome.server.ts';
import { qrPicture } from '#lib/components/qr-picture.server.ts';
import { wholeAttendance } from '#lib/leader/attendance.server.ts';
import { shiftView } from '#lib/leader/shift-view.server.ts';
import { tallyOf } from '#lib/leader/tally.ts';
import { skillWords } from '#lib/people/skills.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  event.depends('kaifong:check-in-code');
  const param = { shiftId: event.params.shiftId };
  const client = api(event).api.shifts[':shiftId'];
  const [code, shift, people, skills] = await Promise.all([
    read(client['check-in-code'].$get({ param })),
    read(client.$get({ param })),
    wholeAttendance(event, param.shiftId),
    skillWords(event),
  ]);
  return {
    fullScreen: true,
    shift: shiftView(shift, toInstant(Date.now()), skills),
    code: code.code,
    secondsLeft: code.secondsLeft,
    picture: qrPicture(event.url.origin + code.path),
    tally: tallyOf(people),
  };
};
