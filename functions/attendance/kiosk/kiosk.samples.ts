import { anAttendance } from '../../test/an-attendance.ts';
import { elsewhere, type TestDistrict } from '../../test/district.ts';
import type { Samples } from '../../test/sample.ts';

const nowhere = 'sft_00000000000000000000';
const noKey = `${'0'.repeat(20)}.${'0'.repeat(20)}.${'A'.repeat(43)}`;

/** A kiosk that is open for a shift of today. */
async function aKiosk(district: TestDistrict) {
  const attendance = await anAttendance(district, 'expected');
  const { body } = await attendance.leader.post(`/attendance-kiosks/${attendance.shiftId}`);
  const outsider = await district.person({ role: 'teamLeader', scope: elsewhere.team });
  return { ...attendance, kioskId: body.kioskId, key: body.path.replace('/kiosk/', ''), outsider };
}

export const kioskSamples: Samples = {
  openKiosk: async (district) => {
    const { leader, shiftId, outsider } = await aKiosk(district);
    const unknownPath = `/attendance-kiosks/${nowhere}`;
    return { caller: leader, path: `/attendance-kiosks/${shiftId}`, outsider, unknownPath };
  },
  listKiosks: async (district) => {
    const { leader, shiftId, outsider } = await aKiosk(district);
    const unknownPath = `/attendance-kiosks/${nowhere}`;
    return { caller: leader, path: `/attendance-kiosks/${shiftId}`, outsider, unknownPath };
  },
  closeKiosk: async (district) => {
    const { leader, shiftId, kioskId, outsider } = await aKiosk(district);
    const path = `/attendance-kiosks/${shiftId}/${kioskId}/closing`;
    const unknownPath = `/attendance-kiosks/${shiftId}/ksk_00000000000000000000/closing`;
    return { caller: leader, path, outsider, unknownPath };
  },
  readKiosk: async (district) => ({
    caller: district.stranger(),
    path: `/kiosk-desks/${(await aKiosk(district)).key}`,
    unknownPath: `/kiosk-desks/${noKey}`,
  }),
  checkInAtKiosk: async (district) => {
    const { caller, key } = await aKiosk(district);
    const { code } = (await caller.get('/attendance-passes/mine')).body;
    return {
      caller: district.stranger(),
      path: `/kiosk-desks/${key}/entries`,
      body: { code, what: 'in' },
      unknownPath: `/kiosk-desks/${noKey}/entries`,
    };
  },
};
