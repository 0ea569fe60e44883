import { AppError } from '@kaifong/shared/kernel/errors.ts';
import { importErrors } from '@kaifong/shared/people/importing/import-errors.ts';

/** The most bytes that a part of a workbook may unpack to: twice what a hundred thousand people take. */
const mostUnpacked = 96 * 1024 * 1024;

/** So many packed bytes at a time: even where a thousand come out of one, memory stays small. */
const slice = 16 * 1024;

/**
 * The text of some parts of a zip file, as it is unpacked; other parts are not. A part that says that it is too large is
 * refused before any of it is unpacked, and one that lies as soon as it shows.
 *
 * @throws AppError import.swollenWorkbook, import.brokenWorkbook
 */
export async function* unpack(
  file: Uint8Array,
  isWanted: (name: string) => boolean,
): AsyncGenerator<Readonly<{ name: string; text: string }>> {
  const { Unzip, UnzipInflate } = await import('fflate');
  const ready: { name: string; text: string }[] = [];
  let unpacked = 0;
  const mustFit = (bytes: number) => {
    if (bytes > mostUnpacked) throw new AppError(importErrors.swollenWorkbook);
  };
  const zip = new Unzip((part) => {
    if (!isWanted(part.name)) return;
    mustFit(part.originalSize ?? 0);
    const decoder = new TextDecoder();
    part.ondata = (error, data, isLast) => {
      if (error) throw error;
      unpacked += data.length;
      mustFit(unpacked);
      ready.push({ name: part.name, text: decoder.decode(data, { stream: !isLast }) });
    };
    part.start();
  });
  zip.register(UnzipInflate);
  for (let from = 0; from < file.length; from += slice) {
    try {
      zip.push(file.subarray(from, from + slice), from + slice >= file.length);
    } catch (error) {
      throw error instanceof AppError ? error : new AppError(importErrors.brokenWorkbook);
    }
    yield* ready.splice(0);
  }
}
