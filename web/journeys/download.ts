import { readFile } from 'node:fs/promises';
import type { Visitor } from './visitor.ts';

/** The file that a link brings. */
export async function download({ page, press }: Visitor, words: string): Promise<{ name: string; text: string }> {
  const arriving = page.waitForEvent('download');
  await press(words);
  const file = await arriving;
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') };
}
