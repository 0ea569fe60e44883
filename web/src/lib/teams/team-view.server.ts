import { dayOf, toInstant } from '@kaifong/shared/kernel/time.ts';
import type { Team } from '@kaifong/shared/organisation/schema.ts';
import { parentOf, scopeParam } from '@kaifong/shared/organisation/scope.ts';
import { teamBrands } from '@kaifong/shared/organisation/team-brands.ts';
import { positionNames, teamKinds } from '@kaifong/shared/organisation/team-kinds.ts';
import { isClosedOn } from '@kaifong/shared/organisation/validity.ts';
import { stateNames } from '@kaifong/shared/people/state-names.ts';
import type { TeamMember } from '@kaifong/shared/people/teams/team-membership.ts';
import { api } from '#lib/api/client.server.ts';
import type { Caller } from '#lib/api/on-behalf-of.server.ts';
import { read } from '#lib/api/outcome.server.ts';
import { pageQuery } from '#lib/api/page-query.ts';
import { placeName } from '#lib/places/place-name.ts';
import { namesOf } from '#lib/places/places.server.ts';
import type { Locale } from '#paraglide/runtime.js';

/** A team in the words of the page. */
export function teamInWords(team: Team, locale: Locale) {
  const { scope, kind, brand, validTo, name, nameHant, nameEn } = team;
  return {
    scope,
    param: scopeParam(scope),
    name: placeName(team, locale),
    /** As they are kept, for changing them. */
    names: { name, nameHant, nameEn },
    kind: teamKinds[kind][locale],
    brand: brand && teamBrands[brand][locale],
    validTo,
    isClosed: isClosedOn({ validTo }, dayOf(toInstant(Date.now()))),
  };
}

/** All that whoever leads a team sees of it: who asks to join, who belongs, who is missing. */
export async function teamView(event: Caller & { url: URL }, scope: string) {
  const { locale } = event.locals;
  const param = { team: scopeParam(scope) };
  const client = api(event).api.teams[':team'];
  const [roster, waiting, members] = await Promise.all([
    read(client.roster.$get({ param })),
    read(client.members.$get({ param, query: { state: 'waiting', limit: '50' } })),
    read(client.members.$get({ param, query: { state: 'member', limit: '25', ...pageQuery(event.url) } })),
  ]);
  const place = parentOf(scope) ?? scope;
  const person = ({ position, standing, ...member }: TeamMember) => ({
    ...member,
    ...(standing !== 'active' && { standing, standingName: stateNames[standing][locale] }),
    ...(position && { position, positionName: positionNames[position][locale] }),
  });
  return {
    ...teamInWords(roster.team, locale),
    place: (await namesOf(event, [place])).get(place) ?? place,
    members: roster.members,
    leader: roster.leader?.name,
    deputies: roster.deputies.map(({ name }) => name),
    composition: roster.composition.map(({ position, holder }) => ({
      position,
      name: positionNames[position][locale],
      holder: holder?.name,
    })),
    waiting: { items: waiting.items.map(person), hasMore: waiting.cursor !== undefined },
    people: { items: members.items.map(person), cursor: members.cursor },
  };
}

export type TeamView = Awaited<ReturnType<typeof teamView>>;
