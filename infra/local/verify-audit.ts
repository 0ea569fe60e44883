import { createPublicKey } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { checkFile, type FileCheck, keyIdOf } from '@kaifong/functions/identity/audit/audit-signature.ts';
import { command } from './run.ts';

const usage = 'Usage: npm run verify-audit -- FILE.csv KEY.pem';

const words: Readonly<Record<FileCheck, string>> = {
  genuine: 'is as it was signed',
  changed: 'was changed after it was signed: do not rely on it',
  unsigned: 'does not end with a signature of the audit: it was cut, added to, or is another file',
  otherKey: 'was signed by another key than this one',
};

/**
 * `npm run verify-audit -- 操作记录.csv audit-key.pem`: says whether an exported part of the audit is as it was signed. Needs neither the server nor
 * a secret: the key is the public one that `/api/audit/key` answers.
 */
command(async () => {
  const [file, key] = process.argv.slice(2);
  if (!file || !key) throw new Error(usage);
  const publicKey = createPublicKey(await readFile(key));
  const found = checkFile(await readFile(file), publicKey);
  const said = `${file} ${words[found]} (key ${keyIdOf(publicKey)}).`;
  if (found !== 'genuine') throw new Error(said);
  console.error(said);
});
