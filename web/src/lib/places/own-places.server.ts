import { isWithin, kindOf, type Scope, streetOf } from '@kaifong/shared/organisation/scope.ts';
import type { Caller } from '#lib/api/on-behalf-of.server.ts';
import type { Choice } from '#lib/components/choice.ts';
import { m } from '#paraglide/messages.js';
import { namesOf, placesBelow } from './places.server.ts';

/**
 * The places to choose from within some branches: each branch whole, what lies right below it, and the communities of the street that
 * `chosen` lies in. Of a whole district these are its streets, so that nobody scrolls through 191 communities.
 */
export async function ownPlaces(event: Caller, branches: readonly Scope[], chosen: Scope): Promise<Choice[]> {
  const names = await namesOf(event, branches);
  const street = streetOf(chosen);
  const lists = await Promise.all(
    branches.map(async (branch) => {
      const whole = { value: branch, label: names.get(branch) ?? branch };
      if (kindOf(branch) === 'community') return [whole];
      const below = await placesBelow(event, branch);
      const within = street && street !== branch && isWithin(street, branch) ? await placesBelow(event, street) : [];
      const places = [...below, ...within].sort((a, b) => (a.scope < b.scope ? -1 : 1));
      return [
        { ...whole, label: m.coordinator_wholePlace({ place: whole.label }) },
        ...places.map(({ scope, kind, name }) => ({
          value: scope,
          label: kind === 'community' && kindOf(branch) === 'district' ? `　${name}` : name,
        })),
      ];
    }),
  );
  return lists.flat();
}
