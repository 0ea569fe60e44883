import type { PeopleDeps } from '../deps.ts';
import { NumberOwner, Volunteer } from '../people.table.ts';

/** Whose a volunteer number is. */
export function byNumberService({ table }: Pick<PeopleDeps, 'table'>) {
  return {
    /** The number of a record that went into another one finds that one, along however many merges. */
    async find(number: string): Promise<Volunteer | undefined> {
      const owner = await table.get(NumberOwner, { number });
      let volunteer = owner && (await table.get(Volunteer, { id: owner.volunteerId }));
      while (volunteer?.mergedInto) volunteer = await table.get(Volunteer, { id: volunteer.mergedInto.volunteerId });
      return volunteer;
    },
  };
}
