import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { auditKeys, signedFile } from '@kaifong/functions/identity/audit/audit-signature.ts';
import { masterKeyring } from '@kaifong/functions/platform/keyring.ts';
import { sealerFor } from '@kaifong/functions/platform/sealing.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'kaifong-verify-'));
const [file, key] = [join(folder, 'audit.csv'), join(folder, 'key.pem')];
const script = fileURLToPath(new URL('./verify-audit.ts', import.meta.url));
const verify = (...args: string[]) => promisify(execFile)(process.execPath, [script, ...args]);
let text: string;

beforeAll(async () => {
  const keys = await auditKeys(sealerFor(masterKeyring(Buffer.alloc(32, 7))));
  text = signedFile('时间,操作\r\n2026-11-24,通过申请\r\n', '440103 2026-11-24', keys);
  writeFileSync(key, keys.publicKey.export({ format: 'pem', type: 'spki' }));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('says of a signed file that it is as it was signed, by the command and by openssl', async () => {
  writeFileSync(file, text);
  expect((await verify(file, key)).stderr).toContain('is as it was signed');
  // As the runbook has it, for who has no copy of this code.
  const steps = [
    `body=$(( $(wc -c < "${file}") - 90 ))`,
    `head -c "$body" "${file}" > "${folder}/body"`,
    `tail -c 90 "${file}" | base64 -d -i > "${folder}/signature"`,
    `openssl pkeyutl -verify -pubin -inkey "${key}" -rawin -in "${folder}/body" -sigfile "${folder}/signature"`,
  ];
  const { stdout } = await promisify(execFile)('bash', ['-c', steps.join(' && ')]);
  expect(stdout).toContain('Signature Verified Successfully');
});

it('says of a changed one that it was changed, and fails', async () => {
  writeFileSync(file, text.replace('11-24,通过', '11-25,通过'));
  await expect(verify(file, key)).rejects.toThrow('was changed after it was signed');
});

it('says how it is called', async () => {
  await expect(verify()).rejects.toThrow('Usage: npm run verify-audit');
});
