import { mustBeScope } from '#lib/places/scope-of-address.ts';
import { teamPoster } from '#lib/teams/team-poster.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => teamPoster(event, mustBeScope(event.params.team));
