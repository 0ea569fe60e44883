import { spokenMark, wayPointPath } from '@kaifong/shared/attendance/patrol/way-point.ts';
import { error } from '@sveltejs/kit';
import { qrPicture } from '#lib/components/qr-picture.server.ts';
import { ownTeams, teamWithin } from '#lib/leader/own-teams.server.ts';
import { wayPointsInUse } from '#lib/leader/way-points.server.ts';
import { placeName } from '#lib/places/place-name.ts';
import { m } from '#paraglide/messages.js';
import type { PageServerLoad } from './$types';

/** The codes of a team's way-points, to print. */
export const load: PageServerLoad = async (event) => {
  const team = teamWithin(await ownTeams(event), event.url.searchParams.get('team'));
  if (!team) error(403, { message: m.errors_forbidden(), code: 'site.wrongRole' });
  const wayPoints = await wayPointsInUse(event, team.scope);
  return {
    fullScreen: true,
    team: { scope: team.scope, name: placeName(team, event.locals.locale) },
    wayPoints: wayPoints.map((wayPoint) => ({
      ...{ wayPointId: wayPoint.wayPointId, name: wayPoint.name, spoken: spokenMark(wayPoint.code) },
      picture: qrPicture(event.url.origin + wayPointPath(wayPoint)),
    })),
  };
};
