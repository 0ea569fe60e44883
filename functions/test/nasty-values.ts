import fc from 'fast-check';

const days = [
  '2027-02-29',
  '2028-02-29',
  '2026-12-31',
  '0000-01-01',
  '0001-01-01',
  '9999-12-31',
  '2026-13-01',
  '2026-11-24T00:00',
];
const instants = [
  '0000-01-01T00:00:00.000Z',
  '1969-12-31T23:59:59.999Z',
  '2026-11-23T15:59:59.999Z',
  '2026-11-23T16:00:00.000Z',
  '2026-12-31T23:59:59.999Z',
  '9999-12-31T23:59:59.999Z',
  '+275760-09-13T00:00:00.000Z',
  '2026-11-24T24:00:00.000Z',
];
const numbers = [
  0,
  -0,
  -1,
  1.5,
  0.1 + 0.2,
  1e-7,
  1e21,
  Number.MAX_SAFE_INTEGER,
  Number.MIN_SAFE_INTEGER,
  Number.MAX_VALUE,
  180,
  -90,
];
const texts = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\uD800',
  '名\uDC00字',
  '\u202E字名\u202C',
  '\u200B\u200B\u200B\u200B\u200B\u200B\u200B\u200B',
  '\uFEFF王\u200D芳',
  '👨‍👩‍👧‍👦'.repeat(5),
  'e\u0301'.repeat(20),
  '=HYPERLINK("https://example.com")',
  '<script>alert(1)</script>',
  "' OR 1=1 --",
  '../../etc/passwd',
  '%00%ff%',
  '#',
  'SHIFT#x#y',
  '{count}{name}{{',
  '__proto__',
  'constructor',
  'undefined',
  'NaN',
  '1e309',
  '字'.repeat(60),
  '字'.repeat(2_000),
  'a'.repeat(20_000),
];
const others: unknown[] = [null, true, false, {}, [], [[]], [null], { toString: 1 }, Object.create(null)];

const nested = (depth: number): unknown => (depth === 0 ? [] : [nested(depth - 1)]);

/** Texts that people and attackers send and developers do not. */
export const nastyText = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...texts, ...days, ...instants, ...numbers.map(String)) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
);

/** What nobody should send in the place of `value`: of the same kind more often than not, so that it comes past the first look. */
export function nastyInsteadOf(value: unknown): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 3, arbitrary: ofTheKindOf(value) }, { weight: 1, arbitrary: ofAnyKind });
}

const ofAnyKind: fc.Arbitrary<unknown> = fc.oneof(
  nastyText,
  fc.constantFrom<unknown>(...numbers, ...others, nested(200)),
  fc.jsonValue({ maxDepth: 3 }),
);

function ofTheKindOf(value: unknown): fc.Arbitrary<unknown> {
  if (typeof value === 'number') return fc.oneof(fc.constantFrom(...numbers), fc.integer({ min: -5, max: 5_000 }));
  if (typeof value === 'boolean') return fc.constant(!value);
  if (Array.isArray(value)) return fc.constantFrom([], [...value, ...value], Array(500).fill(value[0] ?? 'x'), [null]);
  if (typeof value !== 'string') return ofAnyKind;
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return fc.constantFrom(...days);
  if (/^\d{4}-\d{2}-\d{2}T/.test(value)) return fc.constantFrom(...instants);
  return nastyText;
}

/** A cursor with each of its parts replaced, left out or joined by others; some that are none where the list gave none. */
export function nastyCursors(cursor: string | undefined): string[] {
  const sent = cursor ?? encoded({ pk: 'x', sk: 'x' });
  const parts = partsOf(sent);
  const edited = Object.keys(parts).flatMap((name) => {
    const { [name]: _, ...rest } = parts;
    const values = ['', '~', '\uD800', 'X'.repeat(1_500), null];
    return [rest, ...values.map((value) => ({ ...parts, [name]: value }))];
  });
  const cut = [sent.slice(0, -3), `${sent}AAAA`];
  return [...cut, ...[...edited, { ...parts, more: 'x' }, {}, [], null, 'x'].map(encoded)];
}

const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

function partsOf(cursor: string): Record<string, unknown> {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return {};
  }
}
