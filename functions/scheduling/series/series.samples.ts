import { dayOf } from '@kaifong/shared/kernel/time.ts';
import { addDays } from '@kaifong/shared/scheduling/series/series-rule.ts';
import { aRegular, aRule, aSeries, type TestSeries } from '../../test/a-series.ts';
import { aShift } from '../../test/a-shift.ts';
import { aVolunteer } from '../../test/a-volunteer.ts';
import { elsewhere, home, type TestDistrict } from '../../test/district.ts';
import type { Sample, Samples } from '../../test/sample.ts';

const nowhere = '00000000000000000000';
const outsiderOf = (district: TestDistrict) => district.person({ role: 'teamLeader', scope: elsewhere.team });
const dayIn = (district: TestDistrict, days: number) => addDays(dayOf(district.clock.now), days);

/** A request of a leader about a series of her team. */
async function ofLeader(
  district: TestDistrict,
  pathOf: (seriesId: string, series: TestSeries) => string | Promise<string>,
  body?: unknown,
): Promise<Sample> {
  const series = await aSeries(district);
  return {
    caller: series.leader,
    path: await pathOf(series.seriesId, series),
    ...(body !== undefined && { body }),
    outsider: await outsiderOf(district),
    unknownPath: await pathOf(`ser_${nowhere}`, series),
  };
}

/** A request of a leader who has not made the series yet. */
async function ofMaker(district: TestDistrict, path: string): Promise<Sample> {
  const { leader, body } = await aSeries(district);
  return { caller: leader, path, body, outsider: await outsiderOf(district) };
}

/** A request of a volunteer about a series, where she stands so with it. */
async function ofVolunteer(
  district: TestDistrict,
  rest: string,
  standing: 'none' | 'invited' | 'regular',
  body?: unknown,
): Promise<Sample> {
  const series = await aSeries(district);
  const person = await aVolunteer(district);
  const { volunteerId, caller } = person;
  if (standing === 'invited') await series.leader.post(`/regulars/${series.seriesId}/people`, { volunteerId });
  if (standing === 'regular') await aRegular(series, person);
  return {
    caller,
    path: `/regulars/${series.seriesId}${rest}`,
    ...(body !== undefined && { body }),
    unknownPath: `/regulars/ser_${nowhere}${rest}`,
    ...(standing !== 'none' && { unknownIs: 409 as const }),
  };
}

export const seriesSamples: Samples = {
  listSeries: async (district) => ({
    caller: (await aSeries(district)).leader,
    path: `/series?team=${home.team}`,
    outsider: await outsiderOf(district),
  }),
  createSeries: (district) => ofMaker(district, '/series'),
  previewSeries: (district) => ofMaker(district, '/series/preview'),
  readSeries: (district) => ofLeader(district, (id) => `/series/${id}`),
  previewSeriesChange: (district) =>
    ofLeader(district, (id) => `/series/${id}/changes/preview`, {
      change: { reach: 'all', rule: aRule(), shift: { places: 4 } },
    }),
  changeSeries: (district) =>
    ofLeader(district, (id) => `/series/${id}/changes`, {
      ...{ version: 1, change: { reach: 'all', rule: aRule(), shift: { places: 4 } } },
    }),

  listOwnSeries: async (district) => ({ caller: (await aVolunteer(district)).caller, path: '/regulars/own' }),
  readSeriesOfShift: async (district) => ({
    caller: (await aVolunteer(district)).caller,
    path: `/regulars/of-shift/${(await aShift(district)).shiftId}`,
    unknownPath: `/regulars/of-shift/sft_${nowhere}`,
  }),
  readSeriesAsVolunteer: (district) => ofVolunteer(district, '', 'none'),
  askToBeRegular: (district) => ofVolunteer(district, '/me', 'none'),
  answerRegularInvitation: (district) => ofVolunteer(district, '/me/answer', 'invited', { decision: 'accept' }),
  stopBeingRegular: (district) => ofVolunteer(district, '/me/end', 'regular', { places: 'keep' }),
  changeRegularLeave: (district) =>
    ofVolunteer(district, '/me/leave', 'regular', {
      ...{ leave: { from: dayIn(district, 3), to: dayIn(district, 4) }, take: 'add' },
    }),
  listRegulars: (district) => ofLeader(district, (id) => `/regulars/${id}/people`),
  inviteRegular: async (district) => {
    const { volunteerId } = await aVolunteer(district);
    return ofLeader(district, (id) => `/regulars/${id}/people`, { volunteerId });
  },
  decideOnRegular: async (district) => {
    const { caller, volunteerId } = await aVolunteer(district);
    const path = (id: string) => `/regulars/${id}/people/${volunteerId}/decision`;
    const ask = async (id: string) => {
      if (!id.endsWith(nowhere)) await caller.post(`/regulars/${id}/me`);
      return path(id);
    };
    return ofLeader(district, ask, { decision: 'accept' });
  },
  resumeRegular: async (district) => {
    const person = await aVolunteer(district);
    const pause = async (id: string, series: TestSeries) => {
      if (!id.endsWith(nowhere)) {
        await aRegular(series, person);
        await district.contexts.scheduling.regularUpkeep.pause(person.volunteerId, 'noShows', district.clock.now);
      }
      return `/regulars/${id}/people/${person.volunteerId}/resumption`;
    };
    return ofLeader(district, pause);
  },
};
