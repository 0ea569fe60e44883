import { type Scope, streetOf } from '@kaifong/shared/organisation/scope.ts';
import { district } from '@kaifong/shared/organisation/streets.ts';
import type { Me } from '#lib/session/me.ts';

/** The street whose volunteer the person is; the district when it is not known. */
export function homeStreet(me: Me | null): Scope {
  const grant = me?.roles.find(({ role }) => role === 'volunteer');
  return streetOf(grant?.scope ?? '') ?? district.scope;
}
