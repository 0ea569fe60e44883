import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDataFolder } from './data-folder.ts';
import { demoLoad } from './demo-load.ts';
import { seedFreshFolder } from './first-start.ts';

describe('npm run grant', () => {
  let folder: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'kaifong-grant-'));
    const data = await openDataFolder(folder);
    await seedFreshFolder(data, (surroundings) => demoLoad(surroundings, { volunteers: 40 }));
    data.release();
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const grant = (...args: string[]) =>
    new Promise<string>((resolve) => {
      const env = { ...process.env, DYNAMODB_ENDPOINT: '', KAIFONG_DATA: folder };
      execFile(process.execPath, [join(import.meta.dirname, 'grant.ts'), ...args], { env }, (_error, _out, said) =>
        resolve(said.trim()),
      );
    });

  it('lets the first coordinator in, once, and takes the role away again', async () => {
    const appointed = ['19912345678', 'coordinator', '440103'];
    expect(await grant(...appointed)).toBe('This number is new here: say whose it is with --name.');
    expect(await grant(...appointed, '--name', '陈晓明')).toBe('+8619912345678 has coordinator on 440103.');
    expect(await grant(...appointed)).toBe('+8619912345678 has coordinator on 440103, as before.');
    expect(await grant(...appointed, '--take')).toBe('+8619912345678 has no longer coordinator on 440103.');
    expect(await grant(...appointed, '--take')).toBe('+8619912345678 has no longer coordinator on 440103, as before.');
  });

  it('refuses what it does not know', async () => {
    expect(await grant('12345', 'coordinator', '440103')).toMatch(/^Usage:/);
    expect(await grant('19912345678', 'volunteer', '440103')).toMatch(/^Usage:/);
    expect(await grant('19912345678', 'coordinator', '440103/999', '--name', '陈')).toMatch(/place/i);
  });
});
