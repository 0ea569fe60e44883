import { defineErrors } from '../../kernel/errors.ts';

/** Why a week cannot be copied. */
export const copyingErrors = defineErrors('copying', {
  sameWeek: [
    'conflict',
    '不能复制到同一周，请另选一周。',
    '不能複製到同一週，請另選一週。',
    'A week cannot be copied into itself. Please choose another one.',
  ],
  nothing: [
    'conflict',
    '没有可以复制的班次，原因写在每个班次旁边。请换一周。',
    '沒有可以複製的班次，原因寫在每個班次旁邊。請換一週。',
    'There is no shift to copy; each says why. Please choose another week.',
  ],
});
