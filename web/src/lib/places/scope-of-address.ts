import { type Scope, ScopeParam } from '@kaifong/shared/organisation/scope.ts';
import { error } from '@sveltejs/kit';
import { m } from '#paraglide/messages.js';

/** The scope that a part of the address names, `440103-001-004`; anything else is no page. */
export function mustBeScope(param: string): Scope {
  const { data } = ScopeParam.safeParse(param);
  if (data === undefined) error(404, { message: m.errors_notFound(), code: 'site.notFound' });
  return data;
}
