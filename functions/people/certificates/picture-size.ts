import { AppError } from '@kaifong/shared/kernel/errors.ts';
import { certificateErrors } from '@kaifong/shared/people/certificates/certificate-errors.ts';

/** More pixels than this would be a bomb for who opens it, not a certificate. */
const mostPixels = 100_000_000;

/** @throws AppError certificate.broken for a picture of no size, or of one that no program should have to draw */
export function mustBeDrawable(width: number, height: number): void {
  const pixels = width * height;
  if (pixels === 0 || pixels > mostPixels) throw new AppError(certificateErrors.broken);
}
