import type { Grant } from '@kaifong/shared/identity/roles.ts';
import { type Day, dayOf, type Instant } from '@kaifong/shared/kernel/time.ts';
import type { DocumentKind } from '@kaifong/shared/people/registration/document.ts';
import { checkRegistration } from '@kaifong/shared/people/registration/registration.ts';
import type { VolunteerState } from '@kaifong/shared/people/volunteer-state.ts';
import type { Row } from '../platform/item-type.ts';
import type { Write } from '../platform/transact.ts';
import type { PeopleDeps } from './deps.ts';
import { prepareEntry } from './entry.ts';
import { Likenesses } from './merging/likeness.ts';

/** Somebody to be loaded without the API, as the demo district needs thousands of them. */
export type PersonOnFile = Readonly<{
  name: string;
  documentKind: DocumentKind;
  documentNumber: string;
  birthDate: Day;
  /** E.164. */
  mobile: string;
  community: string;
  skills: readonly string[];
  languages: readonly string[];
  state: VolunteerState;
  registeredAt: Instant;
  decidedAt?: Instant;
  /** On `paper` when somebody else took it down; by the person herself when not said. */
  registeredBy?: 'paper';
  /** Of somebody under 18: who is to consent by code. */
  guardian?: Readonly<{ name: string; mobile: string }>;
  /** `LW` and eight digits, unique among all that are loaded: `volunteerNumberOf(serial)`. */
  number: string;
  /** Whether she lets herself be named in rankings. */
  rankings?: boolean;
  /** Besides the volunteer's own grant on the community. */
  grants?: readonly Grant[];
}>;

/** What is stored of a volunteer: the rows, each with its table, ready for a bulk load. */
export type StoredVolunteer = Readonly<{
  volunteerId: string;
  accountId: string;
  rows: readonly Readonly<{ table: 'people' | 'identity'; row: Row }>[];
}>;

/**
 * The rows of a volunteer and of their account, the very ones that registering would write. Nothing checks that
 * document, mobile and number are free, nor whether somebody looks the same: that is for whoever loads them.
 *
 * @throws Error when the person could not have registered
 */
export async function volunteerItems(deps: PeopleDeps, person: PersonOnFile): Promise<StoredVolunteer> {
  const { mobile, number, state, registeredAt, decidedAt, registeredBy = 'self', grants = [] } = person;
  const { rankings = false } = person;
  const registration = { ...person, consents: { terms: true, sensitiveData: true, rankings } };
  const checked = checkRegistration(registration, dayOf(registeredAt), 'byCode');
  if (!checked.ok) throw new Error(`${number} could not have registered: ${checked.faults[0]?.code}`);
  const { volunteer, likeness, writesFor } = await prepareEntry(deps, checked.person, {
    mobile,
    registeredBy,
    registeredAt,
    number,
    state,
    ...(decidedAt && { decidedAt }),
  });
  const { accountId, writes } = await deps.identity.accounts.open({
    mobile,
    name: volunteer.name,
    grants: [{ role: 'volunteer', scope: volunteer.community }, ...grants],
    volunteerId: volunteer.id,
    now: registeredAt,
  });
  const { id: volunteerId, community } = volunteer;
  const alike = new Likenesses().enter(deps.table, [{ volunteerId, community, likeness }]);
  return {
    volunteerId,
    accountId,
    rows: [
      ...[...Object.values(writesFor(accountId)), ...Object.values(alike.writes)].map((write) => ({
        table: 'people' as const,
        row: rowOf(write),
      })),
      ...Object.values(writes).map((write) => ({ table: 'identity' as const, row: rowOf(write) })),
    ],
  };
}

function rowOf({ item }: Write): Row {
  if (!item.Put?.Item) throw new Error('not a write that puts an item');
  return item.Put.Item;
}
