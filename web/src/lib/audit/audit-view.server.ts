import type { AuditEntry } from '@kaifong/shared/identity/audit.ts';
import { auditInWords } from '@kaifong/shared/identity/audit-words.ts';
import { roleNames } from '@kaifong/shared/identity/role-names.ts';
import { dayOf, toInstant } from '@kaifong/shared/kernel/time.ts';
import { error, type RequestEvent } from '@sveltejs/kit';
import { api } from '#lib/api/client.server.ts';
import { outcomeOf, read } from '#lib/api/outcome.server.ts';
import { pageQuery } from '#lib/api/page-query.ts';
import { csvDownload } from '#lib/csv-download.ts';
import { ownPlaces } from '#lib/places/own-places.server.ts';
import { namesOf } from '#lib/places/places.server.ts';
import { knownPlace } from '#lib/rights/views.server.ts';
import { branchesOf, placeWithin } from '#lib/session/branches.ts';

import { m } from '#paraglide/messages.js';

type SearchRole = 'auditAdministrator' | 'coordinator';

const waysToSearch = ['day', 'person', 'actor'] as const;

/** What the address asks for: a place of one's own branches, and the day, the person or the actor. Today when it says nothing. */
function searchIn(event: RequestEvent, role: SearchRole) {
  const asked = event.url.searchParams;
  const branches = branchesOf(event.locals.me, role);
  const place = placeWithin(branches, asked.get('place'));
  if (!place) error(403, { message: m.errors_forbidden(), code: 'site.wrongRole' });
  const by = waysToSearch.find((way) => way === asked.get('by')) ?? 'day';
  const day = asked.get('day') || dayOf(toInstant(Date.now()));
  const id = (asked.get('id') ?? '').trim().slice(0, 60);
  return { branches, place, by, day, id, query: { place, [by]: by === 'day' ? day : id, ...pageQuery(event.url) } };
}

/** A page of the audit, as somebody of this role may read it. A search that is refused says why, beside the form. */
export async function auditView(event: RequestEvent, role: SearchRole) {
  const { branches, place, by, day, id, query } = searchIn(event, role);
  const [places, outcome] = await Promise.all([
    ownPlaces(event, branches, place),
    outcomeOf(api(event).api.audit.$get({ query: { ...query, limit: '50' } })),
  ]);
  const { items, cursor } = outcome.ok ? outcome.body : { items: [], cursor: undefined };
  const address = new URLSearchParams({ place, by, day, id, ...pageQuery(event.url) });
  return {
    ...{ place, places, by, day, id, cursor },
    ways: [
      { value: 'day', label: m.audit_byDay() },
      { value: 'person', label: m.audit_byPerson() },
      { value: 'actor', label: m.audit_byActor() },
    ],
    fault: outcome.ok ? undefined : (outcome.problem.fields?.[0]?.message ?? outcome.problem.detail),
    needsPasskey: !outcome.ok && outcome.problem.code === 'platform.passkeyNeeded',
    lines: await inWords(event, items),
    file: `${event.url.pathname}/file?${address}`,
  };
}
export type AuditView = Awaited<ReturnType<typeof auditView>>;

async function inWords(event: RequestEvent, items: readonly AuditEntry[]) {
  const { locale } = event.locals;
  const scopes = items.flatMap(({ scope, as }) => [scope, ...(as ? [as.scope] : [])].map(knownPlace));
  const names = await namesOf(event, [...new Set(scopes)]);
  const nameOf = (scope: string) => names.get(knownPlace(scope)) ?? scope;
  const others: Readonly<Record<string, () => string>> = {
    clock: m.audit_clock,
    operator: m.audit_operator,
    series: m.audit_series,
  };
  return items.map(({ key, at, actor, as, action, person, subject, scope, route, reason }) => ({
    ...{ key, at, person, subject, route, reason },
    what: auditInWords(action)[locale],
    actor: others[actor]?.() ?? actor,
    as: as && m.rights_viewLine({ role: roleNames[as.role][locale], place: nameOf(as.scope) }),
    place: nameOf(scope),
  }));
}

/** The same search as a signed file. */
export async function auditFile(event: RequestEvent, role: SearchRole): Promise<Response> {
  const { query } = searchIn(event, role);
  const { filename, csv } = await read(api(event).api.audit.file.$get({ query }));
  return csvDownload(filename, csv);
}
