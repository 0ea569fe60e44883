import { scrypt } from 'node:crypto';
import { promisify } from 'node:util';
import { idFromBytes } from '@kaifong/shared/kernel/ids.ts';
import type { Sealer } from '../../platform/sealing.ts';

const slowly = promisify<string, string, number, Buffer>(scrypt);

/** Some 50 ms of work and 16 MiB, by node's usual cost (N 2^14, r 8): guessing is slow even for one who has the table and the key. */
async function slowDigest(text: string, salt: string): Promise<string> {
  return (await slowly(text, `kaifong care ${salt}`, 32)).toString('base64url');
}

/** Where the row of a return code lies. */
export async function indexOfCode(sealer: Sealer, code: string): Promise<string> {
  return sealer.blindIndex('returnCode', await slowDigest(code, 'code'));
}

/** What is kept of the word. The code is its salt, and the key of care is in it as well. */
export async function digestOfWord(sealer: Sealer, { code, word }: Readonly<{ code: string; word: string }>) {
  return sealer.blindIndex('returnWord', await slowDigest(word, code));
}

/** The case and the return code of one asking: the same each time that it is sent, so that a lost answer can be asked for again. */
export async function namesOfAsking(sealer: Sealer, idempotencyKey: string) {
  const digest = (kind: string) =>
    sealer.blindIndex(kind, idempotencyKey).then((text) => Buffer.from(text, 'base64url'));
  const [caseBytes, codeBytes] = await Promise.all([digest('asking'), digest('askingCode')]);
  const caseId = idFromBytes('supportCase', caseBytes);
  return { caseId, code: idFromBytes('supportCase', codeBytes).slice(4, 14) };
}
