import type { PeopleDeps } from './deps.ts';
import { Volunteer } from './people.table.ts';

/** Who may be named where people are ranked. */
export function rankingNamesService({ table }: Pick<PeopleDeps, 'table'>) {
  return {
    /**
     * The names of those who consented to be named in rankings and have not taken it back (个人信息保护法 art. 15), by id; at most 100.
     * Whoever is no volunteer now, or registered as a minor, is not named.
     */
    async namesOf(volunteerIds: readonly string[]): Promise<Map<string, string>> {
      if (volunteerIds.length === 0) return new Map();
      const found = await table.getAll(
        Volunteer,
        volunteerIds.map((id) => ({ id })),
      );
      return new Map(
        found.flatMap((volunteer) => (volunteer && mayBeNamed(volunteer) ? [[volunteer.id, volunteer.name]] : [])),
      );
    },
  };
}

function mayBeNamed({ state, isMinor, consents }: Volunteer): boolean {
  return state === 'active' && !isMinor && consents.some(({ kind, given }) => kind === 'rankings' && given);
}
