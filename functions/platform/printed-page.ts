import type { Language } from '@kaifong/shared/kernel/language.ts';
import type { Instant } from '@kaifong/shared/kernel/time.ts';
import PDFDocument from 'pdfkit';

export type PrintedPage = InstanceType<typeof PDFDocument>;

type Print = Readonly<{
  title: string;
  author: string;
  createdAt: Instant;
  language: Language;
  font: Uint8Array;
  /** In points, at both sides. */
  margin: number;
}>;

/**
 * An empty A4 page of a PDF/A-2b file, in which the signs of the font that it needs are embedded, and what makes the file of it once it is
 * written. The same words give the same file.
 */
export function printedPage({ title, author, createdAt, language, font, margin }: Print) {
  const page = new PDFDocument({
    size: 'A4',
    margins: { top: 56, bottom: 48, left: margin, right: margin },
    pdfVersion: '1.7',
    subset: 'PDF/A-2b',
    // One font, embedded, and none of those that a reader would have to bring along.
    font: null as unknown as string,
    lang: language,
    displayTitle: true,
    info: { Title: title, Author: author, CreationDate: new Date(createdAt) },
  } as ConstructorParameters<typeof PDFDocument>[0]);
  const chunks: Buffer[] = [];
  page.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise((resolve, reject) => page.on('end', resolve).on('error', reject));
  page.registerFont('han', font as Buffer);
  page.font('han');
  return {
    page,
    async file(): Promise<Buffer> {
      page.end();
      await ended;
      return Buffer.concat(chunks);
    },
  };
}
