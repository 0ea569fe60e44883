import { dayOf, toInstant } from '@kaifong/shared/kernel/time.ts';
import { type RearrangementKind, rearrangementKinds } from '@kaifong/shared/organisation/rearranging.ts';
import type { Place } from '@kaifong/shared/organisation/schema.ts';
import { isWithin, kindOf, parentOf, type Scope, scopeParam, streetOf } from '@kaifong/shared/organisation/scope.ts';
import { district } from '@kaifong/shared/organisation/streets.ts';
import { isClosedOn } from '@kaifong/shared/organisation/validity.ts';
import { error, redirect } from '@sveltejs/kit';
import { api } from '#lib/api/client.server.ts';
import { outcomeOf, read } from '#lib/api/outcome.server.ts';
import { problemToFail } from '#lib/forms/failure.ts';
import { readForm } from '#lib/forms/submitted-form.ts';
import { placeName } from '#lib/places/place-name.ts';
import { allBelow, namesOf } from '#lib/places/places.server.ts';
import { mustBeScope } from '#lib/places/scope-of-address.ts';
import { branchesOf } from '#lib/session/branches.ts';
import { m } from '#paraglide/messages.js';
import type { Actions, PageServerLoad, RequestEvent } from './$types';
import { rearrangementIn } from './rearrangement-form.ts';

/** Splitting, moving or joining a community, or moving a team: first a look at what would go along, then the word. */
export const load: PageServerLoad = async (event) => {
  const { me, locale } = event.locals;
  const scope = mustBeScope(event.params.place);
  const branches = branchesOf(me, 'coordinator');
  const parent = parentOf(scope) ?? scope;
  const isTeam = kindOf(scope) === 'team';
  const isFit = isTeam || kindOf(scope) === 'community';
  if (!isFit || !branches.some((own) => isWithin(parent, own))) {
    error(403, { message: m.errors_forbidden(), code: 'site.wrongRole' });
  }
  const ofDistrict = branches.includes(district.scope);
  const kinds: RearrangementKind[] = isTeam ? ['moveTeam'] : ofDistrict ? ['split', 'move', 'join'] : ['split', 'join'];
  const { searchParams } = event.url;
  const asked = rearrangementKinds.find((kind) => kind === searchParams.get('kind'));
  const kind = asked && kinds.includes(asked) ? asked : undefined;
  const today = dayOf(toInstant(Date.now()));
  const [name, report] = await Promise.all([nameOf(event, scope), reportOf(event, scope)]);
  return {
    of: { scope, param: scopeParam(scope), isTeam, name },
    kinds,
    report,
    ...(kind && { form: await formFor(event, kind, scope, today) }),
    ...(kind && searchParams.has('look') && { preview: await previewOf(event, kind, scope) }),
  };

  async function formFor(caller: RequestEvent, chosen: RearrangementKind, from: Scope, day: string) {
    const isThere = (each: Place) => !each.successor && !isClosedOn(each, day);
    const choice = (each: Place) => ({ value: each.scope, label: placeName(each, locale) });
    const text = (field: string) => searchParams.get(field) ?? '';
    const typed = {
      ...{
        name: text('name'),
        nameHant: text('nameHant'),
        nameEn: text('nameEn'),
        on: text('on'),
        reason: text('reason'),
      },
      ...{ into: text('into'), teams: searchParams.getAll('teams'), grids: searchParams.getAll('grids') },
    };
    if (chosen === 'split') {
      const query = { place: from, limit: '100' };
      const [grids, teams] = await Promise.all([
        allBelow(caller, from, 'grids'),
        read(api(caller).api.teams.$get({ query })),
      ]);
      return {
        ...{ kind: chosen, typed, targets: [] },
        grids: grids.filter(isThere).map(choice),
        teams: teams.items
          .filter((team) => !team.successor && !isClosedOn(team, day))
          .map((team) => ({ value: team.scope, label: placeName(team, locale) })),
      };
    }
    const street = streetOf(from) ?? from;
    const below = chosen === 'move' ? district.scope : street;
    const targets = (await allBelow(caller, below)).filter(isThere).filter(({ scope: each }) => !isWithin(from, each));
    return { kind: chosen, typed, targets: targets.map(choice), grids: [], teams: [] };
  }
};

async function nameOf(event: RequestEvent, scope: Scope): Promise<string> {
  const param = scopeParam(scope);
  const { locale } = event.locals;
  return kindOf(scope) === 'team'
    ? placeName(await read(api(event).api.teams[':team'].$get({ param: { team: param } })), locale)
    : placeName(await read(api(event).api.places[':place'].$get({ param: { place: param } })), locale);
}

/** The latest rearrangement, if there was one. */
async function reportOf(event: RequestEvent, scope: Scope) {
  const outcome = await outcomeOf(
    api(event).api.rearrangements[':place'].$get({ param: { place: scopeParam(scope) } }),
  );
  if (!outcome.ok) return undefined;
  const report = outcome.body;
  const target = kindOf(report.into) === 'community' ? report.into : (parentOf(report.into) ?? report.into);
  const names = await namesOf(event, [target]);
  return { ...report, target: scopeParam(target), targetName: names.get(target) ?? target };
}

async function previewOf(event: RequestEvent, kind: RearrangementKind, from: Scope) {
  const { searchParams } = event.url;
  const chosen = (name: 'teams' | 'grids') => searchParams.getAll(name).map(scopeParam).join(',');
  const query = { kind, from, teams: chosen('teams'), grids: chosen('grids') };
  return read(api(event).api.rearrangements.preview.$get({ query }));
}

export const actions: Actions = {
  default: async (event) => {
    const form = await readForm(event);
    const json = rearrangementIn(form);
    const outcome = await outcomeOf(api(event, form.idempotencyKey).api.rearrangements.$post({ json }));
    if (!outcome.ok) return problemToFail(outcome.problem, form);
    redirect(303, `/coordinator/tree/${event.params.place}/rearrange`);
  },
};
