import { scopeParam } from '@kaifong/shared/organisation/scope.ts';
import { api } from '#lib/api/client.server.ts';
import type { Caller } from '#lib/api/on-behalf-of.server.ts';
import { read } from '#lib/api/outcome.server.ts';
import { qrPicture } from '#lib/components/qr-picture.server.ts';
import { teamInWords } from './team-view.server.ts';

/** What is printed and hung up so that people can ask to join a team. */
export async function teamPoster(event: Caller & { url: URL }, scope: string) {
  const param = { team: scopeParam(scope) };
  const client = api(event).api.teams[':team'];
  const [team, code] = await Promise.all([read(client.$get({ param })), read(client.code.$get({ param }))]);
  return {
    fullScreen: true,
    team: teamInWords(team, event.locals.locale),
    picture: qrPicture(event.url.origin + code.path),
  };
}

export type TeamPoster = Awaited<ReturnType<typeof teamPoster>>;
