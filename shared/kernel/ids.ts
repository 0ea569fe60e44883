import * as z from 'zod';

/** Crockford's base 32: no I, L, O or U, so that an id read out over the phone is not misheard. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

const base32 = (value: number, length: number): string =>
  length === 0 ? '' : base32(Math.floor(value / 32), length - 1) + (alphabet[value % 32] ?? '');

function randomBase32(length: number): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(length)), (byte) => alphabet[byte % 32]).join('');
}

/** What each kind of id begins with. */
export const idPrefixes = {
  account: 'acc',
  volunteer: 'vol',
  volunteerImport: 'imp',
  correction: 'cor',
  qualification: 'qlf',
  skill: 'skl',
  certificate: 'crt',
  upload: 'upl',
  training: 'trn',
  merge: 'mrg',
  serviceCertificate: 'scf',
  certificateBatch: 'scb',
  provincialPush: 'psh',
  activity: 'act',
  shift: 'sft',
  handover: 'hdo',
  series: 'ser',
  shiftTemplate: 'tpl',
  reward: 'rwd',
  voucher: 'vch',
  pointsRules: 'prl',
  settingsChange: 'stg',
  adjustment: 'adj',
  help: 'hlp',
  doubt: 'dbt',
  amendment: 'amd',
  kiosk: 'ksk',
  patrol: 'ptl',
  wayPoint: 'wpt',
  fileEntry: 'fle',
  event: 'evt',
  supportCase: 'cas',
  counsellor: 'cns',
  note: 'nte',
  escalation: 'esc',
  session: 'ssn',
  referral: 'rfl',
  discussion: 'dsc',
} as const;

export type IdKind = keyof typeof idPrefixes;

/** Kinds whose ids must not tell when they were made. */
const unordered: ReadonlySet<IdKind> = new Set([
  'supportCase',
  'counsellor',
  'note',
  'escalation',
  'session',
  'referral',
  'discussion',
]);

/** A new id, `vol_` and 20 characters: 10 of time (they sort by it) and 10 random, or 20 random for kinds in our care. */
export function newId(kind: IdKind, now: number): string {
  return `${idPrefixes[kind]}_${unordered.has(kind) ? randomBase32(20) : base32(now, 10) + randomBase32(10)}`;
}

/** The id that bytes stand for, always the same one; at least 20, evenly spread, such as a digest. */
export function idFromBytes(kind: IdKind, bytes: Uint8Array): string {
  return `${idPrefixes[kind]}_${Array.from(bytes.subarray(0, 20), (byte) => alphabet[byte % 32]).join('')}`;
}

/** The schema of one kind of id. */
export function Id(kind: IdKind) {
  const pattern = new RegExp(`^${idPrefixes[kind]}_[0-9A-HJKMNP-TV-Z]{20}$`);
  // A list of which nothing was chosen is sent as nothing.
  return z.string().regex(pattern, { error: ({ input }) => (input === '' ? 'field.choice' : 'field.id') });
}
