import { AppError } from '@kaifong/shared/kernel/errors.ts';
import { importErrors } from '@kaifong/shared/people/importing/import-errors.ts';
import type { SaxesParser } from 'saxes';
import type { FileRecord } from './import-file.ts';
import { unpack } from './import-unpack.ts';

/** Cells further to the right are no part of a list. */
const mostCells = 200;

/**
 * The records of the first sheet of an .xlsx file, in batches. Formulas count as what they came to when the file was
 * saved; dates stay the numbers that a sheet keeps them as.
 *
 * @throws AppError import.brokenWorkbook, import.swollenWorkbook
 */
export async function* workbookRecords(file: Uint8Array): AsyncGenerator<FileRecord[]> {
  const parserOf = await xmlParsers();
  const sheet = firstSheetOf(await smallPartsOf(file), parserOf);
  const strings = await sharedStringsOf(file, parserOf);
  let batch: FileRecord[] = [];
  const reader = sheetReader(parserOf, strings, (record) => batch.push(record));
  for await (const { text } of unpack(file, (name) => name === sheet)) {
    reader.write(text);
    if (batch.length < 500) continue;
    yield batch;
    batch = [];
  }
  reader.close();
  yield batch;
}

/** The parts that say which sheet is the first. */
async function smallPartsOf(file: Uint8Array): Promise<Map<string, string>> {
  const wanted = new Set(['xl/workbook.xml', 'xl/_rels/workbook.xml.rels']);
  const parts = new Map<string, string>();
  for await (const { name, text } of unpack(file, (name) => wanted.has(name))) {
    parts.set(name, (parts.get(name) ?? '') + text);
  }
  if (!parts.has('xl/workbook.xml')) throw new AppError(importErrors.brokenWorkbook);
  return parts;
}

function firstSheetOf(parts: ReadonlyMap<string, string>, parserOf: ParserOf): string {
  let relation: string | undefined;
  const targets = new Map<string, string>();
  const book = parserOf({
    open: (name, attributes) => {
      if (name === 'sheet') relation ??= attributes['r:id'];
    },
  });
  book.write(parts.get('xl/workbook.xml') ?? '').close();
  const relations = parserOf({
    open: (name, { Id, Target }) => {
      if (name === 'Relationship' && Id && Target) targets.set(Id, Target);
    },
  });
  const text = parts.get('xl/_rels/workbook.xml.rels');
  if (text) relations.write(text).close();
  const target = targets.get(relation ?? '') ?? 'worksheets/sheet1.xml';
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`;
}

/** Texts that cells name by their position. What is written above a sign to tell how it is read is no part of them. */
async function sharedStringsOf(file: Uint8Array, parserOf: ParserOf): Promise<string[]> {
  const strings: string[] = [];
  let text = '';
  let isText = false;
  let isPhonetic = false;
  const parser = parserOf({
    open: (name) => {
      if (name === 'si') text = '';
      if (name === 'rPh') isPhonetic = true;
      if (name === 't') isText = !isPhonetic;
    },
    close: (name) => {
      if (name === 'si') strings.push(text);
      if (name === 'rPh') isPhonetic = false;
      if (name === 't') isText = false;
    },
    text: (part) => {
      if (isText) text += part;
    },
  });
  let isThere = false;
  for await (const { text: part } of unpack(file, (name) => name === 'xl/sharedStrings.xml')) {
    isThere = true;
    parser.write(part);
  }
  if (isThere) parser.close();
  return strings;
}

function sheetReader(parserOf: ParserOf, strings: readonly string[], onRecord: (record: FileRecord) => void) {
  let line = 0;
  let column = 0;
  let cells: string[] = [];
  let type = '';
  let value = '';
  let isValue = false;
  return parserOf({
    open: (name, attributes) => {
      if (name === 'row') {
        line = lineOf(attributes.r) ?? line + 1;
        column = 0;
        cells = [];
      } else if (name === 'c') {
        column = attributes.r ? columnOf(attributes.r) : column + 1;
        type = attributes.t ?? 'n';
        value = '';
      } else if (name === 'v' || name === 't') isValue = true;
    },
    close: (name) => {
      if (name === 'v' || name === 't') isValue = false;
      else if (name === 'c' && column <= mostCells) {
        while (cells.length < column - 1) cells.push('');
        cells[column - 1] = (type === 's' ? (strings[Number(value)] ?? '') : value).trim();
      } else if (name === 'row' && cells.some((cell) => cell !== '')) onRecord({ line, cells });
    },
    text: (part) => {
      if (isValue) value += part;
    },
  });
}

/** The number that a row gives itself; a row that says something else counts on from the one before. */
function lineOf(said: string | undefined): number | undefined {
  return said !== undefined && /^[1-9]\d{0,8}$/.test(said) ? Number(said) : undefined;
}

/** `C7` is in the third column. */
function columnOf(reference: string): number {
  let column = 0;
  for (const sign of reference) {
    const letter = sign.charCodeAt(0) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  return column;
}

type Handlers = Readonly<{
  open: (name: string, attributes: Record<string, string | undefined>) => void;
  close?: (name: string) => void;
  text?: (text: string) => void;
}>;

type ParserOf = (handlers: Handlers) => SaxesParser;

/** Makes parsers of one part each; names of elements come without the prefix that some programs write, and no entity of the file's own is expanded. */
async function xmlParsers(): Promise<ParserOf> {
  const { SaxesParser } = await import('saxes');
  return ({ open, close, text }) => {
    const parser = new SaxesParser({ position: false });
    parser.on('error', () => {
      throw new AppError(importErrors.brokenWorkbook);
    });
    parser.on('opentag', ({ name, attributes }) => open(plain(name), attributes as Record<string, string>));
    if (close) parser.on('closetag', ({ name }) => close(plain(name)));
    if (text) {
      parser.on('text', text);
      parser.on('cdata', text);
    }
    return parser;
  };
}

const plain = (name: string) => name.slice(name.indexOf(':') + 1);
