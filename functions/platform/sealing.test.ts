import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { masterKeyring } from './keyring.ts';
import { sealerFor } from './sealing.ts';

const sealer = sealerFor(masterKeyring(randomBytes(32)));

describe('a sealed value', () => {
  it('opens to what was sealed, also after a restart with the same master key', async () => {
    const master = randomBytes(32);
    const sealed = await sealerFor(masterKeyring(master)).seal('44010320040229990X', 'volunteer/1/document');
    expect(await sealerFor(masterKeyring(master)).open(sealed, 'volunteer/1/document')).toBe('44010320040229990X');
  });

  it('does not show the plain text and is never the same twice', async () => {
    const [one, two] = [await sealer.seal('陳大文', 'a'), await sealer.seal('陳大文', 'a')];
    expect(one).not.toBe(two);
    expect(Buffer.from(one, 'utf8').includes('陳大文')).toBe(false);
  });

  it('does not open in another place, changed, or under another master key', async () => {
    const sealed = await sealer.seal('secret', 'volunteer/1/document');
    await expect(sealer.open(sealed, 'volunteer/2/document')).rejects.toThrow();
    await expect(sealer.open(`${sealed.slice(0, -2)}AA`, 'volunteer/1/document')).rejects.toThrow();
    await expect(sealerFor(masterKeyring(randomBytes(32))).open(sealed, 'volunteer/1/document')).rejects.toThrow();
    await expect(sealer.open('secret', 'volunteer/1/document')).rejects.toThrow('not a sealed value');
  });

  it('is found by a blind index that is keyed and separate for each kind', async () => {
    expect(await sealer.blindIndex('mobile', '+8613800000001')).toBe(
      await sealer.blindIndex('mobile', '+8613800000001'),
    );
    expect(await sealer.blindIndex('mobile', '1')).not.toBe(await sealer.blindIndex('document', '1'));
    expect(await sealerFor(masterKeyring(randomBytes(32))).blindIndex('mobile', '1')).not.toBe(
      await sealer.blindIndex('mobile', '1'),
    );
  });
});
