import type { FieldFault } from '../../kernel/errors.ts';
import type { Text } from '../../kernel/language.ts';
import type { Day } from '../../kernel/time.ts';
import { spokenLanguages } from '../languages.ts';
import { parseMobile } from '../mobile/mobile.ts';
import { documentKindNamed } from '../registration/document-kinds.ts';
import { type CheckedRegistration, checkRegistration } from '../registration/registration.ts';
import type { SkillCatalogue } from '../skills/skill-choice.ts';
import type { ImportColumn } from './import-columns.ts';
import type { CommunityLookUp } from './import-communities.ts';

/** What is wrong in a row, at which column. */
export type RowFault = Readonly<{
  column: ImportColumn;
  code: string;
  facts?: Readonly<Record<string, string | number>>;
}>;

export type RowCheck =
  | { ok: true; person: CheckedRegistration /** E.164 */; mobile: string }
  | { ok: false; faults: RowFault[] };

export type Cells = Readonly<Partial<Record<ImportColumn, string>>>;

/**
 * Checks a row of a list by the rules of a registration. Consents count as given on paper, which is what the
 * organisation that sends the list answers for; being named in rankings is never taken as wished.
 */
export function checkRow(
  cells: Cells,
  context: Readonly<{
    today: Day;
    findCommunity: (street: string, community: string) => CommunityLookUp;
    skills: SkillCatalogue;
  }>,
): RowCheck {
  const cell = (column: ImportColumn) => cells[column]?.trim() ?? '';
  const faults: RowFault[] = [];
  const documentKind = cell('documentKind') === '' ? 'mainlandId' : documentKindNamed(cell('documentKind'));
  if (!documentKind) faults.push({ column: 'documentKind', code: 'import.documentKind' });
  const documentNumber = cell('documentNumber');
  if (isCutNumber(documentNumber)) {
    faults.push({ column: 'documentNumber', code: 'import.numberCut', facts: { value: documentNumber.slice(0, 40) } });
  }
  const mobile = parseMobile(cell('mobile'));
  if (!mobile.ok) faults.push({ column: 'mobile', code: 'mobile.invalid' });
  const community = context.findCommunity(cell('street'), cell('community'));
  if (!community.ok) faults.push({ column: 'community', code: community.code });

  const checked = checkRegistration(
    {
      name: cell('name'),
      documentKind: documentKind ?? cell('documentKind'),
      documentNumber,
      birthDate: dayFrom(cell('birthDate')),
      community: community.ok ? community.scope : cell('community'),
      skills: skillsFrom(cell('skills'), context.skills, faults),
      languages: choicesFrom(cell('languages'), spokenLanguages, 'languages', faults),
      consents: { terms: true, sensitiveData: true },
      ...((cell('guardianName') || cell('guardianMobile')) && {
        guardian: { name: cell('guardianName'), mobile: cell('guardianMobile'), consent: true, dataConsent: true },
      }),
    },
    context.today,
  );
  if (checked.ok && mobile.ok && faults.length === 0) {
    return { ok: true, person: checked.person, mobile: mobile.e164 };
  }
  if (!checked.ok) {
    const told = new Set(faults.map(({ column }) => column));
    faults.push(...checked.faults.map(atColumn).filter(({ column }) => !told.has(column)));
  }
  return { ok: false, faults };
}

function atColumn({ path, code, facts }: FieldFault): RowFault {
  return { column: columnOfPath[path] ?? (path.split('.')[0] as ImportColumn), code, ...(facts && { facts }) };
}

const columnOfPath: Readonly<Record<string, ImportColumn>> = {
  guardian: 'guardianName',
  'guardian.name': 'guardianName',
  'guardian.mobile': 'guardianMobile',
  'guardian.consent': 'guardianName',
  'guardian.dataConsent': 'guardianName',
};

/** A long number as a spreadsheet shows it that took it for a figure: `4.40103E+17`. */
function isCutNumber(text: string): boolean {
  return /^\d(\.\d+)?E\+\d+$/i.test(text);
}

/** A date as spreadsheets write it, in the form of ours; anything else is left for the schema to refuse. */
function dayFrom(text: string): string | undefined {
  if (text === '') return undefined;
  if (/^\d{4,5}(\.0+)?$/.test(text)) return dayOfSerial(Number(text));
  const [, year, month, date] = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text) ?? [];
  return year && month && date ? `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}` : text;
}

/** The day that a spreadsheet keeps as a number: 1 is the first of January 1900, and a 29th of February follows in that year. */
function dayOfSerial(serial: number): string {
  return new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000).toISOString().slice(0, 10);
}

/** The skills that a cell names and that a person may have without a certificate. */
function skillsFrom(text: string, catalogue: SkillCatalogue, faults: RowFault[]): string[] {
  const open = [...catalogue.values()].filter(({ retired }) => !retired);
  const codes = choicesFrom(text, Object.fromEntries(open.map(({ code, name }) => [code, name])), 'skills', faults);
  const unproved = open.find(({ code, needsCertificate }) => needsCertificate && codes.includes(code));
  if (unproved) {
    faults.push({ column: 'skills', code: 'import.skillNeedsCertificate', facts: { value: unproved.name['zh-Hans'] } });
  }
  return codes;
}

/** The codes that a cell names, in any language of ours. */
function choicesFrom(
  text: string,
  catalogue: Readonly<Record<string, Text>>,
  column: 'skills' | 'languages',
  faults: RowFault[],
): string[] {
  const words = text.split(/[、,，;；/|\n]/).map((word) => word.trim());
  const found = words.filter(Boolean).map((word) => {
    const code = Object.keys(catalogue).find((code) =>
      [code, ...Object.values(catalogue[code] ?? {})].some((name) => name.toLowerCase() === word.toLowerCase()),
    );
    if (!code) faults.push({ column, code: 'import.choiceUnknown', facts: { value: word.slice(0, 40) } });
    return code;
  });
  return found.filter((code) => code !== undefined);
}
