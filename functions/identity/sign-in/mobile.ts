import { AppError } from '@kaifong/shared/kernel/errors.ts';
import { platformErrors } from '@kaifong/shared/kernel/platform-errors.ts';
import { parseMobile } from '@kaifong/shared/people/mobile/mobile.ts';

/** A mobile number in E.164 form. @throws AppError platform.invalidInput, at the field `mobile` */
export function mobileOf(text: string): string {
  const parsed = parseMobile(text);
  if (parsed.ok) return parsed.e164;
  throw new AppError(platformErrors.invalidInput, {}, [{ path: 'mobile', code: 'mobile.invalid' }]);
}
