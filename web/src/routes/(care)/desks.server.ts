import { DeskPlace } from '@kaifong/shared/care/schema.ts';
import { kindOf, type Scope } from '@kaifong/shared/organisation/scope.ts';
import { error, type RequestEvent } from '@sveltejs/kit';
import type { Choice } from '#lib/components/choice.ts';
import { namesOf, placesBelow } from '#lib/places/places.server.ts';
import { branchesOf } from '#lib/session/branches.ts';
import { m } from '#paraglide/messages.js';

/** Remembers the desk that a social worker chose, for the pages of care only. */
const deskCookie = 'kaifong_desk';
const quarter = 90 * 24 * 3600;

/** Where a social worker takes requests down, and all the desks to choose from. */
export type Desks = Readonly<{ desk: Choice | undefined; all: readonly Choice[] }>;

/**
 * The desk is the one that the address asks for (`?place=`), else the one chosen last, else the only one there is; a social worker of
 * a whole district chooses among its streets first.
 */
export async function desksOf(event: RequestEvent): Promise<Desks> {
  const branches = branchesOf(event.locals.me, 'socialWorker');
  if (branches.length === 0) error(403, { message: m.errors_forbidden(), code: 'site.wrongRole' });
  const all = await desksWithin(event, branches);
  const asked = event.url.searchParams.get('place');
  const wished = [asked, event.cookies.get(deskCookie)].find((place) => all.some(({ value }) => value === place));
  const desk = all.find(({ value }) => value === wished) ?? (all.length === 1 ? all[0] : undefined);
  if (desk && desk.value === asked) rememberDesk(event, desk.value);
  return { desk, all };
}

/** The communities of a desk's street, or the desk's own. */
export async function communitiesAround(event: RequestEvent, desk: Scope): Promise<Choice[]> {
  const street = kindOf(desk) === 'community' ? desk.slice(0, desk.lastIndexOf('/')) : desk;
  return (await placesBelow(event, street)).map(({ scope, name }) => ({ value: scope, label: name }));
}

async function desksWithin(event: RequestEvent, branches: readonly Scope[]): Promise<Choice[]> {
  const names = await namesOf(event, branches);
  const lists = await Promise.all(
    branches.map(async (branch) =>
      DeskPlace.safeParse(branch).success
        ? [{ value: branch, label: names.get(branch) ?? branch }]
        : (await placesBelow(event, branch)).map(({ scope, name }) => ({ value: scope, label: name })),
    ),
  );
  return lists.flat();
}

function rememberDesk({ cookies, url }: RequestEvent, place: Scope): void {
  cookies.set(deskCookie, place, {
    path: '/care',
    maxAge: quarter,
    httpOnly: true,
    sameSite: 'lax',
    secure: url.protocol === 'https:',
  });
}
