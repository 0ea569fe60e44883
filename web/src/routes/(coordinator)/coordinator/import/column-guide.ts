import type { Language } from '@kaifong/shared/kernel/language.ts';
import {
  type ImportColumn,
  importColumnNames,
  importColumns,
} from '@kaifong/shared/people/importing/import-columns.ts';
import { m } from '#paraglide/messages.js';

const contents: Readonly<Record<ImportColumn, () => string>> = {
  name: m.coordinator_columnName,
  documentKind: m.coordinator_columnDocumentKind,
  documentNumber: m.coordinator_columnDocumentNumber,
  birthDate: m.coordinator_columnBirthDate,
  mobile: m.coordinator_columnMobile,
  street: m.coordinator_columnStreet,
  community: m.coordinator_columnCommunity,
  skills: m.coordinator_columnSkills,
  languages: m.coordinator_columnLanguages,
  guardianName: m.coordinator_columnGuardian,
  guardianMobile: m.coordinator_columnGuardian,
};

/** What each column of a list is called, whether it must be filled in, and what to write, in the language of the page. */
export function columnGuide(language: Language): { name: string; needed: string; content: string }[] {
  return importColumnNames.map((column) => ({
    name: importColumns[column].label[language],
    needed: neededInWords(column),
    content: contents[column](),
  }));
}

function neededInWords(column: ImportColumn): string {
  if (column === 'community') return m.coordinator_ofSeveralCommunities();
  return 'needed' in importColumns[column] ? m.coordinator_yes() : m.coordinator_no();
}
