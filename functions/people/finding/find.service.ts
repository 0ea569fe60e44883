import type { Page } from '@kaifong/shared/kernel/paging.ts';
import { isWithin, kindOf } from '@kaifong/shared/organisation/scope.ts';
import { streetsOf } from '@kaifong/shared/organisation/streets.ts';
import { plainName, readSearch } from '@kaifong/shared/people/finding/search.ts';
import type { FindQuery, FoundPerson } from '@kaifong/shared/people/schema.ts';
import type { Request } from '../../platform/request.ts';
import type { PeopleDeps } from '../deps.ts';
import { FoundVolunteer, Volunteer } from '../people.table.ts';
import { MembershipItem } from '../teams/membership.table.ts';
import { type Alphabetical, alphabeticalPage } from './alphabetical-page.ts';
import { byNumberService } from './by-number.service.ts';
import { phoneTailIndexOf } from './phone-tail.ts';

/** Rows of one list that are looked at for one page, where some of them may not be wanted. */
const sievedRows = 100;

/** Finds people within a place, each time with one read of a page (of each street, for the whole district). */
export function findService({ table, sealer }: Pick<PeopleDeps, 'table' | 'sealer'>) {
  const numbers = byNumberService({ table });
  type Sieve = (person: FoundVolunteer) => boolean;

  /** Those whose name, sound or initials begin so, in the order of that; each person once. */
  function byName(
    query: FindQuery,
    by: 'name' | 'sound',
    text: string,
    isWanted: Sieve,
  ): Promise<Page<FoundVolunteer>> {
    const { place, limit, cursor } = query;
    const list = (street: string, index: 'byName' | 'byPinyin' | 'byInitials'): Alphabetical<FoundVolunteer> => {
      const key = ({ nameKeys: { written, pinyin, initials } }: FoundVolunteer) =>
        ({ byName: written, byPinyin: pinyin, byInitials: initials })[index];
      return {
        read: (stretch) => table.query(FoundVolunteer, street, { index, ...stretch }),
        placeOf: (person) => `${key(person)}#${person.id}`,
        // Who sounds so is found by the sound already.
        keep: (person) => isWanted(person) && (index !== 'byInitials' || !person.nameKeys.pinyin.startsWith(text)),
      };
    };
    const streets = streetsOf(place).filter((street) => kindOf(street) === 'street');
    const lists = streets.flatMap((street) =>
      by === 'name'
        ? [list(street, 'byName')]
        : [list(street, 'byPinyin'), ...(text ? [list(street, 'byInitials')] : [])],
    );
    const isSieved = kindOf(place) === 'community' || query.skill !== undefined || query.state !== undefined;
    const rows = isSieved && streets.length === 1 ? sievedRows : limit + 1;
    return alphabeticalPage(lists, { prefix: text, limit, cursor, rows });
  }

  /** Everybody in a state, or whose phone ends so, community by community. */
  async function byCommunity(
    { place, limit, cursor, skill }: FindQuery,
    [index, partition]: readonly ['byPlaceAndState' | 'byPhoneTail', string],
    isWanted: Sieve,
  ): Promise<Page<FoundVolunteer>> {
    const page = await table.query(FoundVolunteer, partition, {
      index,
      range: { beginsWith: kindOf(place) === 'community' ? `${place}#` : `${place}/` },
      limit: skill === undefined ? limit : Math.max(limit, sievedRows),
      cursor,
    });
    return { ...page, items: page.items.filter(isWanted) };
  }

  /** The members of a team, its leader first: a page of them, and the people in one more call. */
  async function byTeam({ limit, cursor, text = '' }: FindQuery, team: string, isWanted: Sieve) {
    const page = await table.query(MembershipItem, `${team}#member`, {
      index: 'byTeam',
      limit: text === '' ? limit : Math.max(limit, sievedRows),
      cursor,
    });
    const people = await table.getAll(
      Volunteer,
      page.items.map(({ volunteerId }) => ({ id: volunteerId })),
    );
    const asked = plainName(text);
    const isMeant = ({ nameKeys, number }: Volunteer) =>
      [...Object.values(nameKeys), number.toLowerCase()].some((key) => key.startsWith(asked));
    const items = people
      .filter((person) => person !== undefined)
      .filter((person) => isWanted(person) && isMeant(person));
    return { ...page, items };
  }

  async function byNumber(number: string, isWanted: Sieve): Promise<Page<FoundVolunteer>> {
    const volunteer = await numbers.find(number);
    return { items: volunteer && isWanted(volunteer) ? [volunteer] : [] };
  }

  return {
    /**
     * People of a place and below by what was typed, a skill and a state. A page may be shorter than asked and yet not be the
     * last, since a skill and, with a name, a state are sieved from what one read brings.
     */
    async find({ actor }: Request, query: FindQuery): Promise<Page<FoundPerson>> {
      const { place, skill, state, team } = query;
      actor.mustReach('volunteer.find', { scope: place });
      const isWanted: Sieve = (person) =>
        isWithin(person.community, place) &&
        (skill === undefined || person.skills.includes(skill)) &&
        (state === undefined || person.state === state);

      if (team !== undefined) return isWithin(team, place) ? byTeam(query, team, isWanted) : { items: [] };
      const search = readSearch(query.text ?? '');
      switch (search.by) {
        case 'unclear':
          return { items: [] };
        case 'number':
          return byNumber(search.number, isWanted);
        case 'phoneTail':
          return byCommunity(query, ['byPhoneTail', await phoneTailIndexOf(sealer, search.digits)], isWanted);
        case 'nothing':
          if (state !== undefined) return byCommunity(query, ['byPlaceAndState', `VOLUNTEERS#${state}`], isWanted);
          return byName(query, 'sound', '', isWanted);
        default:
          return byName(query, search.by, search.text, isWanted);
      }
    },
  };
}
