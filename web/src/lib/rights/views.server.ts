import { auditInWords } from '@kaifong/shared/identity/audit-words.ts';
import { roleNames } from '@kaifong/shared/identity/role-names.ts';
import { communityOf, streetOf } from '@kaifong/shared/organisation/scope.ts';
import { district } from '@kaifong/shared/organisation/streets.ts';
import { api } from '#lib/api/client.server.ts';
import type { Caller } from '#lib/api/on-behalf-of.server.ts';
import { read } from '#lib/api/outcome.server.ts';
import { namesOf } from '#lib/places/places.server.ts';

import { m } from '#paraglide/messages.js';

/** The place whose name people know: a team is called by its community here. */
export function knownPlace(scope: string): string {
  return communityOf(scope) ?? streetOf(scope) ?? district.scope;
}

/** Who looked at or changed the own data, in words: the role and the place, never a name. */
export async function ownViews(event: Caller, page: Readonly<{ limit: string; cursor?: string }>) {
  const { locale } = event.locals;
  const { items, cursor } = await read(api(event).api.audit.mine.$get({ query: page }));
  const places = await namesOf(
    event,
    items.flatMap(({ as }) => (as ? [knownPlace(as.scope)] : [])),
  );
  const views = items.map(({ key, at, as, action, reason }) => ({
    key,
    at,
    reason,
    what: auditInWords(action)[locale],
    who: as
      ? m.rights_viewLine({ role: roleNames[as.role][locale], place: places.get(knownPlace(as.scope)) ?? as.scope })
      : m.rights_bySystem(),
  }));
  return { views, cursor };
}
export type OwnView = Awaited<ReturnType<typeof ownViews>>['views'][number];
