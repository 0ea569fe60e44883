import fc from 'fast-check';
import { expect, it } from 'vitest';
import { safeFileName } from './file-name.ts';

it.each([
  ['证书.jpg', '证书.pdf'],
  ['..\\..\\boot.ini', 'boot.pdf'],
  ['证书\u202Efdp.exe', '证书fdp.pdf'],
  ['zero\u200bwidth\u2066.pdf', 'zerowidth.pdf'],
  ['a<b>c:d"e|f?g*h.pdf', 'a_b_c_d_e_f_g_h.pdf'],
  ['virus.exe.pdf', 'virus_exe.pdf'],
  ['CON.pdf', 'certificate.pdf'],
  ['  .. ', 'certificate.pdf'],
  [`${'证'.repeat(300)}.pdf`, `${'证'.repeat(80)}.pdf`],
])('%j is kept as %j', (name, safe) => {
  expect(safeFileName(name, 'application/pdf')).toBe(safe);
});

it('whatever a file is called, its name is one plain part with one ending', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (name) => {
      const safe = safeFileName(name, 'image/png');
      expect(safe).toMatch(/^[^/\\<>:"|?*%.\p{Cc}\p{Cf}]+\.png$/u);
      expect([...safe].length).toBeLessThanOrEqual(84);
    }),
  );
});
